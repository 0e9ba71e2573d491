import { pino } from 'pino';
import { expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { freshDatabase, openApp, testNow } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { sendCensus } from './sending.ts';
import { firstThemes } from './rules.ts';

const db = await freshDatabase();
const app = await openApp({ db });
const day = 86_400_000;
const context: WorkContext = { db, log: pino({ level: 'silent' }), settings: readSettings({}), origin: 'http://jumelles.test', now: () => testNow, enqueue: async () => {} };
const page = '/reseaux/so-cooperation/recensement';
const bodyId = async (slug: string) => (await db.selectFrom('sheets').select('id').where('slug', '=', slug).where('kind', '=', 'territory').executeTakeFirstOrThrow()).id;
const answers = async (slug: string) => db.selectFrom('interests').select(['theme', 'seeks', 'offers', 'note']).where('body_id', '=', await bodyId(slug)).orderBy('theme').execute();
const mails = () => db.selectFrom('mails').innerJoin('accounts', 'accounts.id', 'mails.account_id').select(['demo', 'mails.text', 'mails.subject', 'mails.headers']).where('kind', '=', 'census').orderBy('mails.created_at').execute();
const campaign = async () => (await db.selectFrom('census_campaigns').select('id').where('closed_at', 'is', null).executeTakeFirstOrThrow()).id;

// Two members of the network with somebody who speaks for them.
const network = (await db.selectFrom('sheets').select('id').where('kind', '=', 'network').where('slug', '=', 'so-cooperation').executeTakeFirstOrThrow()).id;
for (const slug of ['bordeaux', 'departement-charente-maritime']) await sql`insert into sheet_links (from_id, role, to_id) values (${network}, 'member', ${await bodyId(slug)}) on conflict do nothing`.execute(db);

test('R143 one page asks the nine themes of Nouvelle-Aquitaine first, ticked from what the sheets already say and marked so', async () => {
  expect(firstThemes).toEqual(['economie-circulaire', 'transition-ecologique', 'reponse-aux-crises', 'cofinancements', 'modalites-techniques', 'egalite-femmes-hommes', 'plaidoyer', 'mutualisation', 'mobilite-des-jeunes']);
  const html = await (await (await app.signIn('elue-bordeaux')).get('/recensement')).text();
  expect([...html.matchAll(/name="cherche" value="([^"]+)"/g)].slice(0, 9).map(([, theme]) => theme)).toEqual(firstThemes);
  const { fields } = readFormOf(html);
  expect(fields.apporte).toContain('culture');
  expect(wordsOf(html)).toContain('d’après vos fiches');
  expect(wordsOf(html)).toContain('Deux minutes');
  expect(await answers('bordeaux')).toEqual([]);
});

test('R143 an answer is kept with its precision; empty it is refused with the same page; « aucun thème » is an answer', async () => {
  const visitor = await app.signIn('elue-bordeaux');
  const refused = await visitor.post('/recensement', { 'precision.eau': 'Forages' });
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(wordsOf(html)).toContain('Cochez au moins un thème');
  expect(readFormOf(html).fields['precision.eau']).toEqual(['Forages']);
  const long = await visitor.post('/recensement', { cherche: ['plaidoyer'], 'precision.plaidoyer': 'a'.repeat(201) });
  expect([long.status, (await long.text()).includes('a'.repeat(201))]).toEqual([422, true]);
  expect((await visitor.post('/recensement', { cherche: ['plaidoyer', 'inconnu'], apporte: ['plaidoyer', 'eau'], 'precision.eau': 'Forages au Sahel' })).status).toBe(303);
  expect(await answers('bordeaux')).toEqual([{ theme: 'eau', seeks: false, offers: true, note: 'Forages au Sahel' }, { theme: 'plaidoyer', seeks: true, offers: true, note: null }]);
  const again = await (await visitor.get('/recensement')).text();
  expect(wordsOf(again)).not.toContain('d’après vos fiches');
  expect(readFormOf(again).fields.apporte).toEqual(['plaidoyer', 'eau']);
  expect((await visitor.post('/recensement', { aucun: '1' })).status).toBe(303);
  expect(await answers('bordeaux')).toEqual([]);
});

test('R143 whoever speaks for no member has no census, and nobody reads another’s', async () => {
  for (const persona of ['partenaire-lima', 'animatrice-reseau', 'expert-invite', 'financeur']) expect([persona, (await (await app.signIn(persona)).get('/recensement')).status]).toEqual([persona, 404]);
  for (const persona of ['agent-bordeaux', 'organisatrice-cuf', 'citoyenne-toulouse']) expect([persona, (await (await app.signIn(persona)).get(page)).status]).toEqual([persona, 404]);
});

test('R143 the animator opens a campaign: one mail a person with a signed link, and it waits in Mon espace', async () => {
  const animator = await app.signIn('animatrice-reseau');
  for (const jusquau of ['2026-11-01', '2026-11-31', '2028-01-01', 'bientôt']) expect([jusquau, (await animator.post(page, { jusquau })).status]).toEqual([jusquau, 422]);
  expect(wordsOf(await (await animator.submit(page, { jusquau: '2026-12-06' })).text())).toContain('jusqu’au 6 décembre 2026');
  await sendCensus.work({ campaign: await campaign(), reminder: false }, context);
  await sendCensus.work({ campaign: await campaign(), reminder: false }, context);
  expect((await mails()).map(({ demo }) => demo).sort()).toEqual(['agent-bordeaux', 'agente-charente-maritime', 'elue-bordeaux']);
  expect(wordsOf(await (await (await app.signIn('elue-bordeaux')).get('/mon-espace')).text())).toContain('SO Coopération vous demande vos thèmes');
});

test('R143 the link of the mail answers without signing in, for that body’s census and nothing else', async () => {
  const mail = (await mails()).find(({ demo }) => demo === 'agente-charente-maritime')!;
  expect((mail.headers as Record<string, string>)['List-Unsubscribe']).toBeTruthy();
  const link = /\/recensement\/lien\/\S+/.exec(mail.text)![0];
  const visitor = app.visit();
  expect(wordsOf(await (await visitor.get(link)).text())).toContain('Charente-Maritime');
  expect(await answers('departement-charente-maritime')).toEqual([]);
  expect(wordsOf(await (await visitor.submit(link, { cherche: ['cofinancements'], apporte: ['eau'] })).text())).toContain('Merci, c’est noté');
  expect((await answers('departement-charente-maritime')).map(({ theme }) => theme)).toEqual(['cofinancements', 'eau']);
  expect(visitor.cookies.has('session')).toBe(false);
  for (const path of ['/recensement', '/rapprochements', '/mon-espace']) expect((await visitor.get(path)).headers.get('location')).toContain('/connexion');
  const event = await db.selectFrom('events').select(['actor', 'changes', 'acting_role']).where('name', '=', 'matching.answered').orderBy('position', 'desc').limit(1).executeTakeFirstOrThrow();
  expect(event).toEqual({ actor: 'Agente chargée de l’international', changes: {}, acting_role: 'agent' });
});

test('R143 a forged, old or orphaned link answers nothing', async () => {
  const link = /\/recensement\/lien\/\S+/.exec((await mails()).find(({ demo }) => demo === 'elue-bordeaux')!.text)![0];
  expect((await app.visit().post('/recensement/lien/e30.e30', { cherche: ['eau'] })).status).toBe(404);
  const late = await openApp({ db, clock: () => testNow + 61 * day });
  expect((await late.visit().post(link, { cherche: ['eau'] })).status).toBe(410);
  await sql`update mandates set ended_at = now() where account_id = (select id from accounts where demo = 'elue-bordeaux')`.execute(db);
  expect((await app.visit().post(link, { cherche: ['eau'] })).status).toBe(410);
  await sql`update mandates set ended_at = null where account_id = (select id from accounts where demo = 'elue-bordeaux')`.execute(db);
  expect(await answers('bordeaux')).toEqual([]);
});

test('R143 a reminder goes after a week, to those who have not answered only; the page counts answers', async () => {
  const animator = await app.signIn('animatrice-reseau');
  expect(wordsOf(await (await animator.submit(`${page}/rappel`)).text())).toContain('une semaine après le dernier envoi');
  await sql`update census_campaigns set opened_at = opened_at - interval '8 days'`.execute(db);
  await sql`update census_mails set at = at - interval '8 days'`.execute(db);
  await sql`update census_answers set answered_at = answered_at - interval '9 days' where body_id = ${await bodyId('bordeaux')}`.execute(db);
  const before = (await mails()).length;
  expect((await animator.post(`${page}/rappel`)).status).toBe(303);
  await sendCensus.work({ campaign: await campaign(), reminder: true }, context);
  expect((await mails()).slice(before).map(({ demo }) => demo).sort()).toEqual(['agent-bordeaux', 'elue-bordeaux']);
  const words = wordsOf(await (await animator.get(page)).text());
  expect(words).toContain('1 réponse');
  expect(words).toContain('Cofinancements 1 0');
  expect((await animator.post(`${page}/cloture`)).status).toBe(303);
  expect((await animator.post(`${page}/cloture`)).status).toBe(404);
});
