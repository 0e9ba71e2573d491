import { beforeAll, expect, test } from 'vitest';
import { instance } from '~/platform/events/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { addAttendances } from './commands.ts';
import { listNow } from '../registration/live.ts';

let app: OpenedApp;
let cuf: Visitor;
const at = '/rencontres/assemblee-d-essai';
const launch = '/rencontres/lancement-plateforme-na-2022';

beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
  cuf = await app.signIn('organisatrice-cuf');
  const { fields } = readFormOf(await (await cuf.get('/nouveau/rencontre')).text());
  // The clock of tests is on 15 November 2026, noon in France.
  await cuf.post('/nouveau/rencontre', { ...fields, titre: 'Assemblée d’essai', nature: 'reunion', quand: '15 novembre 2026', certitude: 'confirmed', ou: 'Paris' });
  await cuf.post(`${at}/organiser`, { inscription: '1', lien: 'https://visio.example.org/assemblee-secrete' });
  await cuf.post(`${at}/organiser/programme`, { lignes: '11h-12h30 | Ce qui se dit maintenant | plénière | Grande salle\n14h-15h | Ce qui suit | thème', geste: 'ecrire' });
});

const read = async (visitor: Pick<Visitor, 'get'>, path: string) => wordsOf(await (await visitor.get(path)).text());

test('R169 the launch counts 36 people, 7 elected, 13 authorities, and 11 with the option that merges a city and its intermunicipal body, from the private list', async () => {
  const administrator = await app.signIn('administrateur');
  expect(await read(administrator, `${launch}/organiser/presence`)).toContain('36 personnes présentes, 7 élus, 13 collectivités.');
  expect(await read(administrator, `${launch}/organiser/presence?reunir=1`)).toContain('36 personnes présentes, 7 élus, 11 collectivités.');
  expect((await app.visit().get(`${launch}/organiser/presence`)).status).toBe(303);
  expect((await (await app.signIn('agent-toulouse')).get(`${launch}/organiser/presence`)).status).toBe(404);
});

test('R195 opening the list is told to those who are on it; public pages show none of it', async () => {
  const agent = await app.signIn('agent-toulouse');
  await agent.post(`${at}/inscription`);
  const { id, name } = await app.db.selectFrom('accounts').select(['id', 'name']).where('demo', '=', 'agent-toulouse').executeTakeFirstOrThrow();
  expect(await read(cuf, `${at}/organiser/presence`)).toContain(name);
  const kept = await app.db.selectFrom('personal_accesses').select(['what', 'reader_function']).where('account_id', '=', id).execute();
  expect(kept).toEqual([{ what: 'participants', reader_function: 'Organisatrice des rencontres' }]);
  for (const page of [at, `${at}/en-seance`, '/agenda']) expect(await read({ get: (path) => app.request(path) }, page)).not.toContain(name);
});

test('R169 attendance is ticked many at once, typed by a code shown in the room, added by hand; nobody counts twice', async () => {
  const elected = await app.signIn('elue-bordeaux');
  await elected.post(`${at}/inscription`);
  await cuf.post(`${at}/organiser/presence/code`);
  const { code } = await app.db.selectFrom('meeting_doors').select('code').where('code', 'is not', null).executeTakeFirstOrThrow();
  expect((await elected.post(`${at}/inscription/presence`, { code: 'FAUX' })).status).toBe(422);
  expect((await elected.post(`${at}/inscription/presence`, { code: code!.toLowerCase() })).status).toBe(303);
  const list = readFormOf(await (await cuf.get(`${at}/organiser/presence`)).text());
  expect(list.fields.nom).toEqual(['']);
  const ids = (await app.db.selectFrom('registrations').select('id').execute()).map((one) => one.id);
  expect((await cuf.post(`${at}/organiser/presence`, { vus: ids, presents: ids })).status).toBe(303);
  const hand = { nom: 'Dominique Passage', fonction: 'Adjointe', organisme: 'Bordeaux Métropole', qualite: 'elu' };
  expect(await (await cuf.submit(`${at}/organiser/presence/ajout`, hand)).text()).toContain('La personne est sur la liste.');
  expect(await (await cuf.submit(`${at}/organiser/presence/ajout`, { ...hand, nom: 'DOMINIQUE  passage' })).text()).toContain('était déjà sur la liste');
  // Toulouse, Bordeaux, Bordeaux Métropole: 3 authorities, 2 when the last two are one.
  expect(await read(cuf, `${at}/organiser/presence`)).toContain('3 personnes présentes, 2 élus, 3 collectivités.');
  expect(await read(cuf, `${at}/organiser/presence?reunir=1`)).toContain('2 collectivités.');
  expect((await cuf.post(`${at}/organiser/presence`, { vus: ids, presents: ids[0]! })).status).toBe(303);
  expect(await read(cuf, `${at}/organiser/presence`)).toContain('2 personnes présentes');
});

test('R169 an import adds people by free text or by a function, and those already there once only', async () => {
  const { id } = await app.db.selectFrom('sheets').select('id').where('slug', '=', 'assemblee-d-essai').executeTakeFirstOrThrow();
  const line = { name: 'Chloé Liste', authorityWritten: 'Ville de Pau', standing: 'agent', how: 'import' as const };
  const add = (list: Parameters<typeof addAttendances>[3]) => app.db.transaction().execute((tx) => addAttendances(tx, instance, id, list));
  expect(await add([line, { ...line, name: 'Chloe LISTE' }, { ...line, authorityWritten: 'Ville de Dax' }])).toEqual({ added: 2, already: 1 });
  expect(await add([{ name: 'Chloé Liste' }, { name: 'Dominique Passage', authorityWritten: 'bordeaux metropole' }])).toEqual({ added: 0, already: 2 });
});

test('R173 « en séance » says what is now, where, and gives the link to registered people only', async () => {
  const page = await read(app.visit(), `${at}/en-seance`);
  expect(page).toMatch(/Maintenant .*11 h – 12 h 30 Grande salle .*Ce qui se dit maintenant.*Ensuite 14 h – 15 h .*Ce qui suit/);
  expect(page).not.toContain('Rejoindre la visioconférence');
  const elected = await app.signIn('elue-bordeaux');
  expect(await (await elected.get(`${at}/en-seance`)).text()).toContain('assemblee-secrete');
  expect(await read(app.visit(), '/rencontres/raict-2023/en-seance')).toContain('n’a pas lieu aujourd’hui');
});

test('what goes on and what comes next, by the hour of the place', () => {
  const session = (number: number, starts: string, ends: string | null) => ({ id: String(number), number, day: '2027-05-12', starts, ends }) as Parameters<typeof listNow>[0][number];
  const day = [session(1, '09:00:00', '10:00:00'), session(2, '10:00:00', '11:00:00'), session(3, '10:00:00', null)];
  expect(listNow(day, '2027-05-12', '10:00').now.map((one) => one.number)).toEqual([2, 3]);
  expect(listNow(day, '2027-05-12', '08:30').next.map((one) => one.number)).toEqual([1]);
  expect(listNow(day, '2027-05-13', '10:00').today).toEqual([]);
});
