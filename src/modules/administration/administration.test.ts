import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createAccount } from '~/modules/accounts/index.ts';
import { sql } from '~/platform/db/index.ts';
import { startWorker } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';

let app: OpenedApp;
let admin: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  admin = await app.signIn('administrateur');
});

const read = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
const settings = { 'nom': 'Plateforme régionale', 'court': 'Région', 'langues': ['en', 'es'], 'accueil-fr': 'Bienvenue chez nous.', 'editeur': 'Région Exemple, directrice : la présidente', 'contact': 'contact@region.invalid', 'fuseau': 'Indian/Reunion', 'moderation': '1', 'heure': '6' };
const pages = ['/administration', '/administration/reglages', '/administration/roles', '/administration/courriel', '/administration/travaux', '/administration/stockage', '/administration/journal'];
const openAccount = (mail: string) => app.db.transaction().execute((tx) => createAccount(tx, { mail, name: 'Une personne', title: 'Chargée de projet' }));

test('R194 the administration is for administrators: for others it does not exist', async () => {
  for (const path of pages) {
    expect([path, (await app.request(path)).status]).toEqual([path, 303]);
    for (const who of ['agent-bordeaux', 'elue-bordeaux', 'animatrice-reseau', 'citoyenne-toulouse']) expect([path, who, (await (await app.signIn(who)).get(path)).status]).toEqual([path, who, 404]);
    expect([path, (await admin.get(path)).status]).toEqual([path, 200]);
  }
  const agent = await app.signIn('agent-bordeaux');
  expect((await agent.post('/administration/reglages', settings)).status).toBe(404);
});

test('the settings are in effect on every page and on every node at once, for kept pages too', async () => {
  const other = await openApp({ db: app.db });
  expect(await (await other.request('/reseaux')).text()).not.toContain('<span class="instance">');
  expect((await admin.post('/administration/reglages', settings)).status).toBe(303);
  for (const node of [app, other]) {
    expect(await (await node.request('/reseaux')).text()).toContain('<span class="instance">Région</span>');
    expect(await (await node.request('/')).text()).toContain('Bienvenue chez nous.');
    expect(await (await node.request('/en')).text()).toContain('Bienvenue chez nous.');
    expect(await (await node.request('/mentions-legales')).text()).toContain('directrice : la présidente');
    expect(await (await node.request('/vie-privee')).text()).toContain('contact@region.invalid');
    for (const file of ['/observatoire.json', '/observatoire.geojson?genre=reseau', '/territoires/bordeaux.geojson']) expect([file, /"attribution":"([^;]*) ;/.exec(await (await node.request(file)).text())?.[1]]).toEqual([file, settings.nom]);
  }
});

test('a language that is not offered has no pages and no link, and comes back when it is offered again', async () => {
  await admin.post('/administration/reglages', { ...settings, langues: ['en'] });
  expect((await app.request('/es/reseaux')).status).toBe(404);
  expect(await (await app.request('/reseaux')).text()).not.toContain('/es/reseaux');
  expect((await app.request('/en/reseaux')).status).toBe(200);
  await admin.post('/administration/reglages', settings);
  expect((await app.request('/es/reseaux')).status).toBe(200);
});

test('settings that cannot be are refused with what was typed', async () => {
  const refused = await admin.post('/administration/reglages', { ...settings, nom: '', fuseau: 'Mars/Olympus', heure: '31' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  for (const said of ['Donnez un nom', 'Ce fuseau n’existe pas', 'L’heure va de 0 à 23', 'value="Mars/Olympus"']) expect(page).toContain(said);
  expect((await app.db.selectFrom('instance_settings').select('name').executeTakeFirst())?.name).toBe('Plateforme régionale');
});

test('an account is found by its whole address, and the reading is shown to its person', async () => {
  const id = await openAccount('trouvee@ville.invalid');
  expect((await admin.get('/administration/roles?courriel=TROUVEE@ville.invalid')).headers.get('location')).toBe(`/administration/comptes/${id}`);
  expect(await read(admin, '/administration/roles?courriel=trouv')).toContain('Aucun compte n’a cette adresse');
  expect(await read(admin, `/administration/comptes/${id}`)).toContain('Chargée de projet');
  const { rows } = await sql<{ what: string }>`select what from personal_accesses where account_id = ${id}`.execute(app.db);
  expect(rows).toEqual([{ what: 'roles' }]);
  expect((await admin.get('/administration/comptes/nimporte')).status).toBe(404);
});

test('a mandate is given on a body with its dates, and ended; the wrong body or an expert without a day is refused', async () => {
  const id = await openAccount('mandat@ville.invalid');
  const add = `/administration/comptes/${id}/mandats`;
  for (const [fields, said] of [
    [{ role: 'agent' }, 'Dites pour quelle structure'],
    [{ role: 'animator', structure: '/territoires/bordeaux' }, 'Aucune structure de ce genre'],
    [{ role: 'expert', structure: '/groupes/groupe-pays-japon' }, 'jusqu’à un jour'],
    [{ role: 'agent', structure: '/territoires/bordeaux', jusqua: '1er janvier 2020' }, 'Ce jour est passé'],
    [{ role: 'roi', structure: '/territoires/bordeaux' }, 'Choisissez un rôle'],
  ] as const) {
    const refused = await admin.post(add, fields);
    expect([fields, refused.status]).toEqual([fields, 422]);
    expect(await refused.text()).toContain(said);
  }
  expect((await admin.post(add, { role: 'agent', structure: '/territoires/bordeaux', service: 'Direction', jusqua: '31/12/2030' })).status).toBe(303);
  const page = await read(admin, `/administration/comptes/${id}`);
  expect(page).toContain('Bordeaux');
  const mandate = await app.db.selectFrom('mandates').select(['id', 'until']).where('account_id', '=', id).executeTakeFirstOrThrow();
  expect(mandate.until).toBe('2030-12-31');
  const otherId = await openAccount('autrui@ville.invalid');
  expect((await admin.post(`/administration/comptes/${otherId}/mandats/${mandate.id}/fin`)).status).toBe(404);
  expect((await admin.post(`/administration/comptes/${id}/mandats/${mandate.id}/fin`)).status).toBe(303);
  expect(await read(admin, `/administration/comptes/${id}`)).toContain('fini le');
  expect(await read(admin, '/administration/journal')).toContain('Mandat fini (Agent ou agente)');
});

test('the last administrator cannot be removed, whoever asks, even twice at once', async () => {
  const demo = await app.db.selectFrom('accounts').innerJoin('mandates', 'mandates.account_id', 'accounts.id').select(['accounts.id', 'mandates.id as mandate']).where('demo', '=', 'administrateur').executeTakeFirstOrThrow();
  const refused = await admin.post(`/administration/comptes/${demo.id}/mandats/${demo.mandate}/fin`);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('la dernière personne qui administre');
  const second = await openAccount('seconde@ville.invalid');
  await admin.post(`/administration/comptes/${second}/mandats`, { role: 'administrator' });
  const mandate = await app.db.selectFrom('mandates').select('id').where('account_id', '=', second).executeTakeFirstOrThrow();
  const answers = await Promise.all([admin.post(`/administration/comptes/${second}/mandats/${mandate.id}/fin`), admin.post(`/administration/comptes/${demo.id}/mandats/${demo.mandate}/fin`)]);
  const left = await app.db.selectFrom('mandates').select('id').where('role', '=', 'administrator').where('ended_at', 'is', null).execute();
  expect(left.length).toBe(1);
  expect(answers.filter((one) => one.status === 303).length).toBe(1);
  await sql`update mandates set ended_at = null where id = ${demo.mandate}`.execute(app.db);
});

test('a test mail goes to oneself, and a mail that was given up leaves again without showing whom it was for', async () => {
  expect((await admin.post('/administration/courriel')).status).toBe(303);
  const mail = await app.db.selectFrom('mails').select(['id', 'recipient']).where('kind', '=', 'test').executeTakeFirstOrThrow();
  expect(mail.recipient).toBe('administrateur@demonstration.invalid');
  await sql`insert into mails (id, recipient, kind, subject, text, failed, attempts) values (gen_random_uuid(), 'secret@ville.invalid', 'digest', 's', 't', '550 no such user <secret@ville.invalid>', 8)`.execute(app.db);
  const page = await read(admin, '/administration/courriel');
  expect(page).toContain('550 no such user');
  expect(page).not.toContain('secret@ville');
  const { id } = await app.db.selectFrom('mails').select('id').where('kind', '=', 'digest').executeTakeFirstOrThrow();
  expect((await admin.post(`/administration/courriel/${id}/relance`)).status).toBe(303);
  expect(await app.db.selectFrom('mails').select(['failed', 'attempts']).where('id', '=', id).executeTakeFirst()).toEqual({ failed: null, attempts: 0 });
  expect((await admin.post(`/administration/courriel/${id}/relance`)).status).toBe(404);
  expect((await admin.post('/administration/courriel/x/relance')).status).toBe(404);
});

test('a job that failed is shown with its reason, and runs again when asked', async () => {
  expect((await admin.post('/administration/travaux/test.fails/x/relance')).status).toBe(404);
  let wellNow = false;
  let done = 0;
  const work = async () => {
    if (!wellNow) throw new Error('le disque est plein');
    done += 1;
  };
  const worker = await startWorker(app.db, pino({ level: 'silent' }), { settings: readSettings({}), origin: 'http://jumelles.test', queues: [{ name: 'test.fails', work }] });
  try {
    await app.db.transaction().execute((tx) => worker.context.enqueue(tx, 'test.fails', {}));
    await sql`update jobs.job set retry_limit = 0 where name = 'test.fails'`.execute(app.db);
    await expect.poll(() => read(admin, '/administration/travaux'), { timeout: 15_000, interval: 200 }).toContain('le disque est plein');
    expect(await read(admin, '/administration')).toContain('1 travail a échoué');
    const { rows } = await sql<{ id: string }>`select id from jobs.job where name = 'test.fails'`.execute(app.db);
    wellNow = true;
    expect((await admin.post(`/administration/travaux/test.fails/${rows[0]!.id}/relance`)).status).toBe(303);
    await expect.poll(() => done, { timeout: 15_000, interval: 100 }).toBe(1);
  } finally {
    await worker.stop();
  }
}, 60_000);

test('storage, versions and the journal tell what they are asked', async () => {
  const home = await read(admin, '/administration');
  expect(home).toContain(process.versions.node);
  expect(home).toMatch(/dernière est \d{4}_\w+\.sql/);
  expect(await read(admin, '/administration/stockage')).toContain('<code>sheets</code>');
  const journal = await read(admin, '/administration/journal');
  expect(journal).toContain('Réglages changés');
  expect(journal).toContain('fuseau horaire');
  await sql`insert into events (id, name, actor) select gen_random_uuid(), 'mandate.granted', 'Longue suite ' || n from generate_series(1, 120) n`.execute(app.db);
  const seen = new Set<string>();
  for (let path: string | undefined = '/administration/journal'; path; ) {
    const page: string = await read(admin, path);
    for (const [, n] of page.matchAll(/Longue suite (\d+)/g)) seen.add(n!);
    path = /href="([^"]+)" rel="next"/.exec(page)?.[1];
  }
  expect(seen.size).toBe(120);
});
