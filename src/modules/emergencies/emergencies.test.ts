import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { grantMandate, signLink } from '~/modules/accounts/index.ts';
import { instance } from '~/platform/events/index.ts';
import { sql } from '~/platform/db/index.ts';

let app: OpenedApp;
let db: OpenedApp['db'];
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
});

const read = async (response: Response) => wordsOf(await response.text());
const mailsTo = async (demo: string) => db.selectFrom('mails').innerJoin('accounts', 'accounts.id', 'account_id').select(['text', 'subject']).where('mails.kind', '=', 'emergency').where('demo', '=', demo).execute();
const linkIn = (text: string) => /http:\/\/jumelles\.test(\/\S+)/.exec(text)![1]!;

test('R117 J12 a member raises an alert, the animator sends it to all her members, each answers in one click without signing in, figures and map follow, no partnership changes', async () => {
  const states = () => sql`select id, state, version from sheets where kind = 'partnership' order by id`.execute(db).then(({ rows }) => rows);
  const before = await states();
  const [bordeaux, animator] = await Promise.all(['agent-bordeaux', 'animatrice-reseau'].map((key) => app.signIn(key)));
  expect((await bordeaux!.post('/nouveau/urgence', { titre: 'Séisme', pays: 'PE', faits: 'Une secousse.', depuis: '1 décembre 2026', source: 'IGP' })).status).toBe(422);
  const path = (await bordeaux!.post('/nouveau/urgence', { titre: 'Séisme au Pérou', pays: 'PE', faits: 'Une secousse forte sur la côte.', depuis: '14 novembre 2026', source: 'Institut géophysique du Pérou' })).headers.get('location')!;
  expect((await app.request(path)).status).toBe(404);
  expect((await bordeaux!.post(`${path}/envoi`)).status).toBe(404);
  expect((await db.selectFrom('mails').select('id').where('kind', '=', 'emergency').execute()).length).toBe(0);
  expect((await animator!.post(`${path}/envoi`)).status).toBe(303);
  const [mail] = await mailsTo('elue-bordeaux');
  expect(mail!.subject).toBe('Alerte\u00a0: Séisme au Pérou');
  expect(mail!.text).toContain('Vous répondez pour Bordeaux');
  expect(await mailsTo('agent-toulouse')).toEqual([]);
  expect(await read(await bordeaux!.get('/mon-espace'))).toContain('Alerte : « Séisme au Pérou »');
  const link = linkIn(mail!.text);
  expect(await read(await app.request(link))).toContain('Avez-vous un partenaire ou des actions là-bas ?');
  // A mail scanner that opens every link answers nothing.
  expect(await db.selectFrom('emergency_answers').select('body_id').execute()).toEqual([]);
  const nobody = app.visit();
  expect(await read(await nobody.get(link))).toMatch(/Pays Pérou.*14 novembre 2026.*Institut géophysique du Pérou/);
  expect((await nobody.post(link, { partners: 'yes' })).status).toBe(303);
  await nobody.post(link, { help: 'funds' });
  await nobody.post(link, { help: 'expertise' });
  expect(await read(await nobody.get(link))).toContain('C’est noté');
  const page = await (await animator!.get(path)).text();
  expect(wordsOf(page)).toContain('1 membre a répondu');
  expect(wordsOf(page)).toContain('Bordeaux Oui pas encore dit des fonds et de l’expertise');
  expect(page).toContain('carte-reponses');
  // Not the green of what goes well, here or in a list of everything.
  for (const html of [page, await (await animator!.get('/observatoire?genre=urgence&lecture=liste')).text()]) expect(/<span class="state ([a-z]+)">(?:(?!<\/span>).)*alerte en cours/s.exec(html)![1]).toBe('brick');
  // A colleague changes the answer of the same body: the latest counts, and there is one.
  expect((await bordeaux!.post(`${path}/reponse`, { partners: 'unknown' })).status).toBe(303);
  expect((await bordeaux!.post(`${path}/reponse`, { help: 'nothing' })).status).toBe(303);
  expect(await db.selectFrom('emergency_answers').select(['partners', 'help']).execute()).toEqual([{ partners: 'unknown', help: ['nothing'] }]);
  expect((await bordeaux!.post(`${path}/reponse`, { partners: 'peut-être' })).status).toBe(404);
  expect(await states()).toEqual(before);
});

test('R117 an alert that two networks sent waits for the members of each, and one that none of theirs sent waits for nobody', async () => {
  const [animator, toulouse] = await Promise.all(['animatrice-reseau', 'agent-toulouse'].map((key) => app.signIn(key)));
  const path = (await animator!.post('/nouveau/urgence', { titre: 'Cyclone à Madagascar', pays: 'MG', faits: 'Le vent.', depuis: '2026-11-12', source: 'Météo' })).headers.get('location')!;
  const waits = async () => (await read(await (await app.signIn('elue-bordeaux')).get('/mon-espace'))).includes('Cyclone à Madagascar');
  // A network that Bordeaux is not in called first.
  await sql`insert into emergency_calls (id, emergency_id, network_id, sent_at, people, bodies, author)
    select gen_random_uuid(), s.id, n.id, '2026-11-14T12:00:00Z', 1, 1, 'Animation' from sheets s, sheets n where s.slug = ${path.split('/').at(-1)!} and n.kind = 'group' and n.slug = 'groupe-pays-japon'`.execute(db);
  expect(await waits()).toBe(false);
  expect((await animator!.post(`${path}/envoi`)).status).toBe(303);
  expect(await waits()).toBe(true);
  expect(await read(await toulouse!.get('/mon-espace'))).not.toContain('Cyclone');
});

test('R117 who answered is not reminded, a call is not repeated at once, and a link stops with the mandate, the alert or its time', async () => {
  const [charente, animator] = await Promise.all(['agente-charente-maritime', 'animatrice-reseau'].map((key) => app.signIn(key)));
  const toulouse = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'toulouse').executeTakeFirstOrThrow();
  const network = await db.selectFrom('sheets').select('id').where('slug', '=', 'so-cooperation').executeTakeFirstOrThrow();
  await sql`insert into sheet_links (from_id, to_id, role, position) values (${network.id}, ${toulouse.id}, 'member', 99) on conflict do nothing`.execute(db);
  const path = (await animator!.post('/nouveau/urgence', { titre: 'Crue à Saint-Louis', pays: 'SN', faits: 'Le fleuve déborde.', depuis: '2026-11-13', source: 'Mairie' })).headers.get('location')!;
  expect((await animator!.post(`${path}/envoi`)).status).toBe(303);
  expect(await read(await animator!.submit(`${path}/envoi`))).toContain('Ce réseau vient d’être appelé');
  const link = linkIn((await mailsTo('agent-toulouse')).at(-1)!.text);
  expect((await app.visit().post(link, { news: 'waiting' })).status).toBe(303);
  await sql`update emergency_calls set sent_at = sent_at - interval '1 day'`.execute(db);
  const [before, others] = [(await mailsTo('agent-toulouse')).length, (await mailsTo('elue-bordeaux')).length];
  expect((await animator!.post(`${path}/envoi`)).status).toBe(303);
  expect((await mailsTo('agent-toulouse')).length).toBe(before);
  expect((await mailsTo('elue-bordeaux')).length).toBe(others + 1);
  expect((await charente!.post(`${path}/envoi`)).status).toBe(404);
  const { id } = await db.selectFrom('sheets').select('id').where('kind', '=', 'emergency').where('slug', '=', path.split('/').at(-1)!).executeTakeFirstOrThrow();
  const account = await db.selectFrom('accounts').select('id').where('demo', '=', 'financeur').executeTakeFirstOrThrow();
  const foreign = await signLink(db, 'emergency', { emergency: id, account: account.id, body: toulouse.id }, null);
  expect((await app.visit().post(`/urgences/reponse/${foreign}`, { partners: 'yes' })).status).toBe(404);
  const old = await signLink(db, 'emergency', { emergency: id, account: account.id, body: toulouse.id }, 1000);
  await db.transaction().execute((tx) => grantMandate(tx, instance, { accountId: account.id, role: 'agent', bodyId: toulouse.id }));
  expect((await app.visit().post(`/urgences/reponse/${old}`, { partners: 'yes' })).status).toBe(422);
  expect((await app.visit().post(`/urgences/reponse/${foreign}`, { partners: 'yes' })).status).toBe(303);
  expect((await animator!.post(`/fiches/urgence/${path.split('/').at(-1)}/gestes/clore`, { raison: 'La crue est passée.' })).status).toBe(303);
  expect((await app.visit().post(link, { partners: 'no' })).status).toBe(422);
  expect(await read(await charente!.submit(`${path}/reponse`, { partners: 'no' }))).toContain('Cette alerte est close.');
});
