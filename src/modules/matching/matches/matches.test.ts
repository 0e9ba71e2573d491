import { pino } from 'pino';
import { expect, test } from 'vitest';
import { newId, sql } from '~/platform/db/index.ts';
import { instance, recordEvent } from '~/platform/events/index.ts';
import type { CommittedEvent, WorkContext } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { createAction } from '~/modules/projects/index.ts';
import { freshDatabase, openApp, testNow } from '~root/tests/support/index.ts';
import { linksOf, wordsOf } from '~root/tests/support/words.ts';
import { noteChanges, refresh, refreshAll } from './refresh.ts';

const db = await freshDatabase();
const app = await openApp({ db });
const today = '2026-11-15';
const asked: string[] = [];
const context: WorkContext = { db, log: pino({ level: 'silent' }), settings: readSettings({}), origin: 'http://jumelles.test', now: () => testNow, enqueue: async (_tx, queue) => void asked.push(queue) };
const idOf = async (slug: string, kind = 'territory') => (await db.selectFrom('sheets').select('id').where('slug', '=', slug).where('kind', '=', kind).executeTakeFirstOrThrow()).id;
const [bordeaux, toulouse, charente] = await Promise.all(['bordeaux', 'toulouse', 'departement-charente-maritime'].map((slug) => idOf(slug)));
const agent = await app.signIn('agent-toulouse');
const elected = await app.signIn('elue-bordeaux');
const read = async (visitor: typeof agent, path: string) => wordsOf(await (await visitor.get(path)).text());
const pairs = async () => (await sql<{ a: string; b: string; score: number; reasons: unknown }>`select body_id as a, other_id as b, score, reasons from matches order by 1, 2`.execute(db)).rows;

/** What the worker does: tells of the events that were not told, then runs the queue. */
async function settle() {
  const events = (await db.selectFrom('events').select(['id', 'name', 'sheet_id as sheetId', 'actor', 'account_id as accountId']).where('dispatched_at', 'is', null).execute()) as CommittedEvent[];
  await db.transaction().execute(async (tx) => {
    for (const event of events) await noteChanges(tx, event, context);
    await tx.updateTable('events').set({ dispatched_at: new Date(testNow).toISOString() }).where('dispatched_at', 'is', null).execute();
  });
  await refresh.work({}, context);
}
await db.updateTable('events').set({ dispatched_at: new Date(testNow).toISOString() }).execute();
await refreshAll(db, today);

test('R144 Bordeaux and Toulouse are put side by side for what they share, each reason in words with its points', async () => {
  const words = await read(agent, '/rapprochements');
  expect(words).toMatch(/Bordeaux \d+ points en tout Les deux travaillent avec (Casablanca , Ramallah|Ramallah , Casablanca)/);
  expect(words).toMatch(/Les deux travaillent avec [^.]* \d+ points/);
  expect(await read(elected, '/rapprochements')).toContain('Toulouse');
  expect(words).toContain('Comment ces rapprochements sont calculés');
});

test('R144 the method is public, and its figures are those of the computation', async () => {
  const words = wordsOf(await (await app.request('/rapprochements/methode')).text());
  expect(words).toContain('Travailler avec la même ville ou autorité à l’étranger 30 8 54 oui');
  expect(words).toContain('cette raison perd 20 % de ses points. Elle garde toujours au moins 40 %');
});

test('R144 an answer to the census is compared within its queue, for that member only: who seeks, who offers, as a whole run would', async () => {
  await (await app.signIn('agente-charente-maritime')).post('/recensement', { cherche: ['cofinancements'] });
  await agent.post('/recensement', { apporte: ['cofinancements', 'mutualisation'] });
  await settle();
  expect(asked).toContain('matching.refresh');
  expect(await read(agent, '/rapprochements')).toContain('Charente-Maritime cherche, Toulouse peut apporter : Cofinancements');
  const some = await pairs();
  await refreshAll(db, today);
  expect(await pairs()).toEqual(some);
});

test('R144 an action of this year on the same theme is a reason as soon as it is published, and a draft never is', async () => {
  const make = (holderId: string, slug: string, visibility: 'public' | 'draft') =>
    db.transaction().execute((tx) => createAction(tx, instance, {
      slug, title: slug, holderId, visibility, state: 'ongoing', start: { value: '2026', precision: 'year' }, themes: ['sport'], type: null, summary: null, countries: [], sources: [{ document: 'bordeaux-strategie' }],
      places: [], partners: [], networks: [], programmes: [], partnerships: [], objectives: [], zones: [], captions: [], note: null, words: '',
    }));
  await sql`insert into documents (id, title, author, nature) values ('bordeaux-strategie', 'x', 'x', 'official') on conflict do nothing`.execute(db);
  await make(bordeaux!, 'sport-a', 'public');
  const draft = (await make(toulouse!, 'sport-b', 'draft')) as { id: string };
  await settle();
  expect(await read(agent, '/rapprochements')).not.toContain('une action sur : Sport');
  await sql`update sheets set visibility = 'public' where id = ${draft.id}`.execute(db);
  await db.transaction().execute((tx) => recordEvent(tx, { name: 'action.published', sheetId: draft.id, actor: instance }));
  await settle();
  expect(await read(agent, '/rapprochements')).toContain('Les deux mènent cette année une action sur : Sport');
});

test('R144 « pas pour nous » hides the pair from both, teaches its reason to that side alone, and can be taken back', async () => {
  const before = (await pairs()).find(({ a, b }) => a === toulouse && b === bordeaux)!.score;
  expect(await read(agent, '/rapprochements')).toContain('Avoir le même partenaire n’est pas une raison pour nous');
  await agent.post('/rapprochements/departement-charente-maritime/ecarter', { raison: 'partner' });
  await settle();
  const after = (await pairs()).find(({ a, b }) => a === toulouse && b === bordeaux)!.score;
  expect(after).toBeLessThan(before);
  expect((await pairs()).filter(({ a, b }) => (a === toulouse && b === charente) || (a === charente && b === toulouse))).toEqual([]);
  expect(linksOf(await (await (await app.signIn('agente-charente-maritime')).get('/rapprochements')).text())).not.toContain('/territoires/toulouse');
  expect(await read(await app.signIn('agente-charente-maritime'), '/rapprochements')).not.toContain('écartés');
  expect(await read(agent, '/rapprochements')).toContain('Ceux que vous avez écartés');
  expect((await agent.post('/rapprochements/departement-charente-maritime/reprendre')).status).toBe(303);
  expect((await agent.post('/rapprochements/departement-charente-maritime/reprendre')).status).toBe(404);
  await settle();
  expect((await pairs()).find(({ a, b }) => a === toulouse && b === bordeaux)!.score).toBe(before);
});

test('R144 the animator reads the pairs of her members, with shared themes and who seeks and who offers, and sets one aside', async () => {
  const network = await idOf('so-cooperation', 'network');
  for (const id of [bordeaux, toulouse, charente]) await sql`insert into sheet_links (from_id, role, to_id) values (${network}, 'member', ${id}) on conflict do nothing`.execute(db);
  const animator = await app.signIn('animatrice-reseau');
  const words = await read(animator, '/reseaux/so-cooperation/rapprochements');
  expect(words).toContain('Charente-Maritime cherche, Toulouse peut apporter : Cofinancements');
  expect(words).toMatch(/Bordeaux et Toulouse/);
  expect(await read(animator, '/mon-espace')).toMatch(/rapprochements? entre membres à relire/);
  expect((await animator.post('/reseaux/so-cooperation/rapprochements/relus', { a: 'bordeaux', b: 'toulouse' })).status).toBe(303);
  expect(await read(animator, '/reseaux/so-cooperation/rapprochements')).not.toMatch(/Bordeaux et Toulouse \d+ points/);
  expect(await read(agent, '/rapprochements')).toContain('Bordeaux');
  expect((await (await app.signIn('organisatrice-cuf')).get('/reseaux/so-cooperation/rapprochements')).status).toBe(404);
});

test('R039 partner cities where others work on what one seeks, with whom and from which sheets; one’s own are left out', async () => {
  expect(await read(agent, '/rapprochements/villes')).toContain('Dites d’abord ce que vous cherchez');
  await agent.post('/recensement', { cherche: ['culture'] });
  const words = await read(agent, '/rapprochements/villes');
  expect(words).toContain('Vous cherchez : Culture et arts');
  expect(words).toContain('Shizuoka Japon On y travaille : Culture et arts. Avec elle : Cannes. D’après : Cannes – Shizuoka');
  const own = await db.selectFrom('sheet_links').innerJoin('sheet_links as there', 'there.from_id', 'sheet_links.from_id').innerJoin('sheets', 'sheets.id', 'there.to_id').select('sheets.slug').where('sheet_links.to_id', '=', toulouse!).where('there.role', '=', 'foreign').execute();
  expect(own.length).toBeGreaterThan(3);
  const links = linksOf(await (await agent.get('/rapprochements/villes')).text());
  expect(own.filter(({ slug }) => links.includes(`/territoires/${slug}`))).toEqual([]);
});

test('R068 an organisation of the territory that works with the same partner is shown to the authority, and to nobody else', async () => {
  const [lima, holder] = [await idOf('lima'), newId()];
  await sql`insert into sheets (id, kind, slug, title) values (${holder}, 'organisation', 'lima-bordeaux-essai', 'Les amis de Lima')`.execute(db);
  await sql`insert into sheet_places (sheet_id, position, role, territory_id, label) values (${holder}, 0, 'at', ${bordeaux}, 'Bordeaux')`.execute(db);
  await db.transaction().execute((tx) => createAction(tx, instance, {
    slug: 'atelier-lima', title: 'Atelier à Lima', holderId: holder, visibility: 'public', state: 'ongoing', themes: ['culture'], type: null, summary: null, countries: ['PE'], sources: [{ document: 'bordeaux-strategie' }],
    places: [], partners: [lima], networks: [], programmes: [], partnerships: [], objectives: [], zones: [], captions: [], note: null, words: '',
  }));
  const words = await read(elected, '/rapprochements/acteurs');
  expect(words).toContain('Les amis de Lima Avec les mêmes partenaires que vous : Lima');
  expect(words).toContain('D’après : Atelier à Lima');
  expect(await read(elected, '/territoires/bordeaux')).toContain('Des acteurs de votre territoire');
  expect(await read(agent, '/territoires/bordeaux')).not.toContain('Des acteurs de votre territoire');
  expect(await read(agent, '/rapprochements/acteurs')).not.toContain('Les amis de Lima');
});

test('the radar: on Morocco, who works there, since when, how fresh; members propose an exchange, others sign in', async () => {
  // one's own body is not among the others
  const words = await read(agent, '/pays/MA');
  expect([/Bordeaux .*Depuis : 1988/.test(words), words.includes('Depuis une date à préciser'), words.includes('Jamais confirmé ici')]).toEqual([true, false, true]);
  expect(linksOf(await (await agent.get('/pays/MA')).text())).toContain('/mises-en-relation/nouvelle?avec=bordeaux');
  const open = await (await app.request('/pays/MA')).text();
  expect(wordsOf(open)).toContain('Depuis une date à préciser');
  expect(linksOf(open).some((link) => link.startsWith('/mises-en-relation'))).toBe(false);
  expect(wordsOf(open)).toContain('Se connecter pour proposer un échange');
});

test('the radar: on Casablanca, whose page compares its partners already, the exchange alone; what is known by an action alone is told', async () => {
  const radarOf = (html: string) => /<section[^>]*id="partager"[^]*?<\/section>/.exec(html)?.[0] ?? '';
  const page = async (visitor: Pick<typeof agent, 'get'>) => radarOf(await (await visitor.get('/territoires/casablanca')).text());
  const visitor = { get: (path: string) => app.request(path) };
  expect(wordsOf(await page(agent))).toMatch(/ Bordeaux Proposer un échange/);
  expect(wordsOf(await page(visitor))).toContain('Se connecter pour proposer un échange');
  for (const by of [agent, visitor]) expect(wordsOf(await page(by))).not.toMatch(/Depuis|Thèmes|Jamais confirmé/);
  expect(await page(await app.signIn('citoyenne-toulouse'))).toBe('');
  const action = await idOf('atelier-lima', 'action');
  await sql`insert into sheet_links (from_id, role, to_id) values (${action}, 'partner', ${await idOf('casablanca')})`.execute(db);
  expect(wordsOf(await page(await app.signIn('citoyenne-toulouse')))).toMatch(/Les amis de Lima Thèmes : Culture et arts Une action connue Jamais confirmé ici/);
  expect(await read(agent, '/territoires/ramallah')).toContain('Bordeaux');
});
