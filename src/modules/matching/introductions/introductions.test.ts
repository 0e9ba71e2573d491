import { pino } from 'pino';
import { expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { freshDatabase, openApp, testNow } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { refreshAll } from '../matches/refresh.ts';
import { hasContact } from './rules.ts';
import { askOutcomes } from './outcomes.ts';

const db = await freshDatabase();
const app = await openApp({ db });
const toulouse = await app.signIn('agent-toulouse');
const bordeaux = await app.signIn('elue-bordeaux');
const charente = await app.signIn('agente-charente-maritime');
const context = (now: number): WorkContext => ({ db, log: pino({ level: 'silent' }), settings: readSettings({}), origin: 'http://jumelles.test', now: () => now, enqueue: async () => {} });
// What no page may say before both agreed: names and addresses of both.
const { rows: people } = await sql<{ demo: string; name: string; mail: string }>`select demo, name, mail from accounts where demo in ('agent-toulouse', 'elue-bordeaux', 'agente-charente-maritime')`.execute(db);
const of = (demo: string) => people.find((one) => one.demo === demo)!;
const leaksIn = (text: string, demo: string) => [of(demo).mail, of(demo).name].filter((secret) => text.includes(secret));
const last = async () => (await db.selectFrom('introductions').select(['id', 'state', 'conversation_id']).orderBy('created_at', 'desc').limit(1).executeTakeFirstOrThrow());
const pageOf = async () => `/mises-en-relation/${(await last()).id}`;
const read = async (visitor: typeof toulouse, path: string) => (await visitor.get(path)).text();

test('R145 a contact in the words is refused: they pass when both agreed', async () => {
  expect([hasContact('Écrivez à paul@ville.fr'), hasContact('06 12 34 56 78'), hasContact('+33 (0)5 56 10 20 30'), hasContact('De 2019 à 2026, 21 partenariats')]).toEqual([true, true, true, false]);
  const refused = await toulouse.post('/mises-en-relation', { avec: 'bordeaux', sujet: 'Mon adresse : paul@ville.fr' });
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain('paul@ville.fr');
  expect(wordsOf(html)).toContain('ils passeront une fois les deux d’accord');
  expect((await toulouse.post('/mises-en-relation', { avec: 'bordeaux', sujet: '' })).status).toBe(422);
  expect((await toulouse.post('/mises-en-relation', { avec: 'toulouse', sujet: 'Nous' })).status).toBe(404);
});

test('R145 a member asks; the other reads which member and why, and no name nor address before both said yes (invariant 31)', async () => {
  expect(wordsOf(await (await toulouse.submit('/mises-en-relation', { avec: 'bordeaux', sujet: 'Nos deux partenariats avec Casablanca.' })).text())).toContain('Vous avez dit oui');
  const page = await pageOf();
  const words = wordsOf(await read(bordeaux, page));
  expect(words).toContain('Toulouse demande à être présenté');
  expect(words).toContain('Nos deux partenariats avec Casablanca');
  expect(wordsOf(await read(bordeaux, '/mon-espace'))).toContain('Oui, nous présenter');
  expect(wordsOf(await read(bordeaux, '/mon-espace'))).toContain('Lire, ou dire non');
  expect(wordsOf(await read(bordeaux, '/mon-espace'))).toContain('une mise en relation vous est proposée : « Toulouse »');
  const seen = ['/mon-espace', '/mises-en-relation', page, '/suivis', '/rapprochements', '/fiches/territoire/toulouse/historique', '/territoires/toulouse', '/mises-en-relation/nouvelle?avec=toulouse'];
  for (const path of seen) expect([path, leaksIn(await read(bordeaux, path), 'agent-toulouse')]).toEqual([path, []]);
  for (const path of [...seen, '/fiches/territoire/bordeaux/historique']) expect([path, leaksIn((await read(toulouse, path)).replace(/<header[\s\S]*?<\/header>/, ''), 'elue-bordeaux')]).toEqual([path, []]);
});

test('R145 nobody else knows that it exists: other members, the public history, the data, the feeds', async () => {
  for (const persona of ['agente-charente-maritime', 'partenaire-lima', 'citoyenne-toulouse']) expect([persona, (await (await app.signIn(persona)).get(await pageOf())).status]).toEqual([persona, 404]);
  expect((await charente.post(`${await pageOf()}/accord`)).status).toBe(404);
  for (const path of ['/fiches/territoire/bordeaux/historique', '/fiches/territoire/toulouse/historique', '/territoires/bordeaux', '/nouveautes.atom', '/territoires/bordeaux.json']) {
    const text = await (await app.request(path)).text();
    expect([path, /mise en relation vous|Casablanca\./.test(wordsOf(text)), /matching/.test(text)]).toEqual([path, false, false]);
  }
});

test('R145 the second yes shows the contacts of both, opens a conversation between the two, and is told to both', async () => {
  const page = await pageOf();
  expect((await toulouse.post(`${page}/accord`)).status).toBe(404);
  const html = await (await bordeaux.submit(`${page}/accord`)).text();
  for (const demo of ['agent-toulouse', 'elue-bordeaux']) expect(leaksIn(wordsOf(html), demo)).toHaveLength(2);
  expect(leaksIn(wordsOf(await read(toulouse, page)), 'elue-bordeaux')).toHaveLength(2);
  const { state, conversation_id: conversation } = await last();
  expect([state, conversation]).toEqual(['agreed', expect.any(String)]);
  const talk = /href="([^"]+)"[^>]*>\s*Ouvrir la conversation/.exec(html)![1]!;
  expect([(await toulouse.get(talk)).status, (await bordeaux.get(talk)).status, (await charente.get(talk)).status]).toEqual([200, 200, 404]);
  // A colleague of the same member, who did not answer, is not given as a contact.
  expect(leaksIn(html, 'agente-charente-maritime')).toEqual([]);
});

test('R145 a no is quiet: « pas cette fois », without who, and the pair rests', async () => {
  await charente.post('/mises-en-relation', { avec: 'bordeaux', sujet: 'Les ports jumeaux.' });
  const page = await pageOf();
  expect(wordsOf(await (await bordeaux.submit(`${page}/refus`)).text())).toContain('Pas cette fois');
  const words = wordsOf(await read(charente, page));
  expect(words).toContain('Pas cette fois');
  expect(leaksIn(await read(charente, page), 'elue-bordeaux')).toEqual([]);
  expect(wordsOf(await read(charente, '/mon-espace'))).toContain('mise en relation, pas cette fois');
  const again = await charente.post('/mises-en-relation', { avec: 'bordeaux', sujet: 'Encore.' });
  expect([again.status, wordsOf(await again.text()).includes('n’est pas possible pour l’instant')]).toEqual([422, true]);
  expect((await bordeaux.post(`${page}/accord`)).status).toBe(404);
});

test('R145 asking whoever has asked already leads to what they asked: nothing is sent, and nobody is told to wait', async () => {
  await toulouse.post('/mises-en-relation', { avec: 'departement-charente-maritime', sujet: 'La jeunesse.' });
  const page = await pageOf();
  const words = wordsOf(await (await charente.submit('/mises-en-relation', { avec: 'toulouse', sujet: 'La jeunesse aussi.' })).text());
  expect(await pageOf()).toBe(page);
  expect([words.includes('C’est demandé'), words.includes('est déjà ouverte entre vous et Toulouse'), words.includes('Oui, nous présenter')]).toEqual([false, true, true]);
  await toulouse.post(`${page}/retrait`);
});

test('R145 an animator proposes to two of her members; each answers on its own, and she reads no contact', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const review = '/reseaux/so-cooperation/rapprochements';
  await sql`insert into sheet_links (from_id, role, to_id) select n.id, 'member', t.id from sheets n, sheets t where n.kind = 'network' and n.slug = 'so-cooperation' and t.kind = 'territory' and t.slug in ('toulouse', 'departement-charente-maritime') on conflict do nothing`.execute(db);
  const fields = { a: 'departement-charente-maritime', b: 'toulouse' };
  expect((await animator.post(review, fields)).status).toBe(422);
  expect((await animator.post(review, { a: 'toulouse', b: 'paris', 'sujet.toulouse.paris': 'x' })).status).toBe(404);
  expect((await animator.post(review, { ...fields, 'sujet.departement-charente-maritime.toulouse': 'La jeunesse.' })).status).toBe(303);
  const page = await pageOf();
  expect(wordsOf(await read(charente, page))).toContain('SO Coopération vous propose de vous parler');
  expect(wordsOf(await (await charente.submit(`${page}/accord`)).text())).toContain('Les coordonnées passeront si Toulouse dit oui aussi');
  expect(leaksIn(await read(toulouse, page), 'agente-charente-maritime')).toEqual([]);
  expect(wordsOf(await read(toulouse, page))).toContain('Attend votre réponse');
  await toulouse.post(`${page}/accord`);
  expect(leaksIn(await read(charente, page), 'agent-toulouse')).toHaveLength(2);
  expect((await animator.get(page)).status).toBe(404);
  expect(leaksIn(await read(animator, review), 'agent-toulouse')).toEqual([]);
});

test('R145 what came of it is asked once after three months, and never again once answered', async () => {
  const page = await pageOf();
  const later = testNow + 20 * 86_400_000;
  const noticed = async () => (await db.selectFrom('events').select('id').where('name', '=', 'matching.outcome').execute()).length;
  await askOutcomes.work({}, context(later));
  expect(await noticed()).toBe(0);
  expect((await charente.post(`${page}/suites`, { suite: 'talked' })).status).toBe(404);
  await sql`update introductions set settled_at = settled_at - interval '4 months'`.execute(db);
  await askOutcomes.work({}, context(later));
  const told = await noticed();
  await askOutcomes.work({}, context(later));
  expect([told > 0, await noticed()]).toEqual([true, told]);
  expect(wordsOf(await read(charente, '/mon-espace'))).toContain('Qu’a donné la mise en relation avec Toulouse ?');
  expect((await charente.post(`${page}/suites`, {})).status).toBe(422);
  expect(wordsOf(await (await charente.submit(`${page}/suites`, { suite: 'project' })).text())).toContain('Nous faisons quelque chose ensemble');
  expect((await charente.post(`${page}/suites`, { suite: 'nothing' })).status).toBe(404);
  expect(wordsOf(await read(charente, '/mon-espace'))).not.toContain('Qu’a donné');
  expect(wordsOf(await read(toulouse, page))).toContain('Qu’est-ce que cela a donné');
});

test('R145 mails and one’s own data say the member, never the person of the other side; who leaves is no longer a contact', async () => {
  const { rows } = await sql<{ text: string }>`select text || coalesce(html, '') as text from mails where kind <> 'sign-in'`.execute(db);
  for (const { text } of rows) expect([...leaksIn(text, 'agent-toulouse'), ...leaksIn(text, 'elue-bordeaux')]).toEqual([]);
  const { rows: events } = await sql<{ text: string }>`select row_to_json(e)::text as text from events e where name like 'matching.%'`.execute(db);
  for (const { text } of events) expect(people.flatMap(({ demo }) => leaksIn(text, demo))).toEqual([]);
  await sql`update accounts set closed_at = now() where demo = 'agent-toulouse'`.execute(db);
  expect(leaksIn(await read(charente, await pageOf()), 'agent-toulouse')).toEqual([]);
  await sql`update accounts set closed_at = null where demo = 'agent-toulouse'`.execute(db);
});

test('Mon espace: « Bordeaux et Toulouse travaillent toutes deux avec… », one click asks', async () => {
  await sql`delete from introductions`.execute(db);
  await refreshAll(db, '2026-11-15');
  const html = await read(bordeaux, '/mon-espace');
  expect(wordsOf(html)).toMatch(/Bordeaux et Toulouse travaillent toutes deux avec .*Casablanca/);
  const sujet = /name="sujet" value="([^"]*)"/.exec(html)![1]!;
  expect((await bordeaux.post('/mises-en-relation', { avec: 'toulouse', sujet })).status).toBe(303);
  expect(wordsOf(await read(toulouse, '/mon-espace'))).toContain('Bordeaux demande à être présenté');
  const page = await pageOf();
  expect((await toulouse.post(`${page}/retrait`)).status).toBe(404);
  expect(wordsOf(await (await bordeaux.submit(`${page}/retrait`)).text())).toContain('Demande reprise');
});
