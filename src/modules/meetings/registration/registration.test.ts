import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { listPersonal } from '~/sheets/index.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { moveAllWaiting, sendReminders } from './reminders.ts';

let app: OpenedApp;
let cuf: Visitor;
const at = '/rencontres/forum-d-essai';
const link = 'https://visio.example.org/forum-secret';

beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
  cuf = await app.signIn('organisatrice-cuf');
  const { fields } = readFormOf(await (await cuf.get('/nouveau/rencontre')).text());
  await cuf.post('/nouveau/rencontre', { ...fields, titre: 'Forum d’essai', nature: 'rencontres', quand: '12 mai 2027', certitude: 'confirmed', ou: 'Paris' });
  const setup = readFormOf(await (await cuf.get(`${at}/organiser`)).text()).fields;
  const done = await cuf.post(`${at}/organiser`, { ...setup, lien: link, inscription: '1', cloture: '10 mai 2027', places: '2' });
  if (done.status !== 303) throw new Error(wordsOf(await done.text()).slice(0, 400));
  await cuf.post(`${at}/organiser/programme`, { lignes: '14h30-16h | 4. Eau | thème | Salle A\n14h30-16h | 6. Climat | thème | Salle B\n16h30-18h | 7. Jeunesse | thème', geste: 'ecrire' });
});

const read = async (visitor: Pick<Visitor, 'get'>, path: string) => wordsOf(await (await visitor.get(path)).text());
const lastMail = async (to: string) => (await app.db.selectFrom('mails').selectAll().where('recipient', '=', to).orderBy('id', 'desc').executeTakeFirst())!;
const pathIn = (text: string) => new URL(/http\S+/.exec(text)![0]).href.replace(/^https?:\/\/[^/]+/, '');
const state = async (mail: string) => (await app.db.selectFrom('registrations').select('state').where('mail', '=', mail).executeTakeFirst())?.state;
const boxes = (html: string) => [...html.matchAll(/name="seances" value="([0-9a-f-]{36})"/g)].map((one) => one[1]!);

test('R170 a member registers in two clicks: the page, the button; then sees the online link, and nobody else does', async () => {
  const agent = await app.signIn('agent-toulouse');
  const page = await (await agent.get(at)).text();
  expect(page).not.toContain(link);
  // Before two screens of programme.
  expect(page.indexOf('id="venir"')).toBeLessThan(page.indexOf('id="programme"'));
  expect(readFormOf(page).fields).toEqual({});
  expect((await agent.post(`${at}/inscription`)).status).toBe(303);
  const after = await (await agent.get(at)).text();
  expect(wordsOf(after)).toContain('Votre inscription est faite.');
  expect(after).toContain(link);
  for (const visitor of [app.visit(), await app.signIn('agent-bordeaux')]) expect(await (await visitor.get(at)).text()).not.toContain(link);
  // Twice is once.
  await agent.post(`${at}/inscription`, { seances: '' });
  expect(await app.db.selectFrom('registrations').select('id').execute()).toHaveLength(1);
});

test('R170 sessions are chosen, and two at the same time are asked about once', async () => {
  const agent = await app.signIn('agent-toulouse');
  const [water, climate] = boxes(await (await agent.get(`${at}/inscription`)).text());
  const asked = await agent.post(`${at}/inscription`, { seances: [water!, climate!] });
  expect(asked.status).toBe(422);
  expect(wordsOf(await asked.text())).toContain('Séance 4 : cette séance a lieu en même temps que la séance 6. Garder les deux ?');
  expect(await app.db.selectFrom('registration_sessions').select('session_id').execute()).toHaveLength(0);
  expect((await agent.post(`${at}/inscription`, { seances: [water!, climate!], garder: '1' })).status).toBe(303);
  expect(await app.db.selectFrom('registration_sessions').select('session_id').execute()).toHaveLength(2);
});

const visitor = { nom: 'Sacha Visite', courriel: 'sacha@exemple.org', fonction: 'Conseillère municipale', organisme: 'Poitiers', qualite: 'elu', consentement: '1' };

test('R170 somebody without an account fills in one page, confirms by mail, and cancels from the mail', async () => {
  const someone = app.visit();
  const without = await someone.post(`${at}/inscription`, { ...visitor, consentement: '' });
  expect(without.status).toBe(422);
  expect(await state(visitor.courriel)).toBeUndefined();
  expect(wordsOf(await (await someone.post(`${at}/inscription`, visitor)).text())).toContain('Regardez votre messagerie');
  expect(await state(visitor.courriel)).toBe('asked');
  const path = pathIn((await lastMail(visitor.courriel)).text);
  expect(await (await someone.get(path)).text()).not.toContain(link);
  expect((await someone.post(path.replace('?', '/confirmation?'))).status).toBe(303);
  expect(await state(visitor.courriel)).toBe('registered');
  expect(await (await someone.get(path)).text()).toContain(link);
  // Whoever types the same address learns nothing and changes nothing.
  expect(wordsOf(await (await app.visit().post(`${at}/inscription`, { ...visitor, nom: 'Autre' })).text())).toContain('Regardez votre messagerie');
  expect(await read(someone, path)).toContain('Sacha Visite');
});

test('R170 when places are taken one waits; a place that comes free goes to the first, who is told', async () => {
  const third = app.visit();
  await third.post(`${at}/inscription`, { ...visitor, nom: 'Alix Attente', courriel: 'alix@exemple.org' });
  const path = pathIn((await lastMail('alix@exemple.org')).text);
  await third.post(path.replace('?', '/confirmation?'));
  expect(await state('alix@exemple.org')).toBe('waiting');
  expect(await (await third.get(path)).text()).not.toContain(link);
  const sacha = pathIn((await lastMail(visitor.courriel)).text);
  expect((await app.visit().post(sacha.replace('?', '/annulation?'))).status).toBe(303);
  expect(await state(visitor.courriel)).toBe('cancelled');
  expect(await state('alix@exemple.org')).toBe('registered');
  expect((await lastMail('alix@exemple.org')).subject).toContain('Une place s’est libérée');
});

test('R170 the audience is respected: who may not see a meeting cannot register for it', async () => {
  await app.db.updateTable('sheets').set({ visibility: 'members' }).where('slug', '=', 'forum-d-essai').execute();
  expect((await app.visit().get(`${at}/inscription`)).status).toBe(404);
  expect((await app.visit().post(`${at}/inscription`, { ...visitor, courriel: 'dehors@exemple.org' })).status).toBe(404);
  expect((await (await app.signIn('citoyenne-toulouse')).post(`${at}/inscription`)).status).toBe(404);
  await app.db.updateTable('sheets').set({ visibility: 'public' }).where('slug', '=', 'forum-d-essai').execute();
});

test('R170 whoever said no comes back while the door is open, and is not told that they come once it is closed', async () => {
  const sacha = pathIn((await lastMail(visitor.courriel)).text);
  const accept = sacha.replace('?', '/confirmation?');
  const doors = (values: { registration: boolean }) => app.db.updateTable('meeting_doors').set(values).execute();
  expect(await read(app.visit(), sacha)).toContain('M’inscrire de nouveau');
  await doors({ registration: false });
  expect(await read(app.visit(), sacha)).not.toContain('M’inscrire de nouveau');
  expect((await app.visit().post(accept)).status).toBe(404);
  expect(await state(visitor.courriel)).toBe('cancelled');
  await doors({ registration: true });
});

const contextAt = (day: string): WorkContext => ({
  db: app.db, log: pino({ level: 'silent' }), settings: { instanceName: 'Jumelles' } as WorkContext['settings'], origin: 'http://jumelles.test', now: () => Date.parse(`${day}T08:00:00Z`), enqueue: async () => {},
});
const reminders = async () => (await app.db.selectFrom('mails').select(['recipient', 'subject', 'headers']).where('kind', '=', 'meeting-reminder').orderBy('id').execute()).map((one) => ({ ...one, subject: one.subject.split('\u00a0')[0] }));

test('R170 reminders go a week and a day before, once, never to who cancelled; one click stops them', async () => {
  await app.db.updateTable('registrations').set({ since: '2027-04-01' }).execute();
  await sendReminders({}, contextAt('2027-05-01'));
  expect(await reminders()).toHaveLength(0);
  await sendReminders({}, contextAt('2027-05-05'));
  await sendReminders({}, contextAt('2027-05-06'));
  const week = await reminders();
  expect(week.map((one) => one.subject)).toEqual(['Dans une semaine', 'Dans une semaine']);
  expect(week.some((one) => one.recipient === visitor.courriel)).toBe(false);
  const headers = week.find((one) => one.recipient === 'alix@exemple.org')!.headers as Record<string, string>;
  const stop = /<(.+)>/.exec(headers['List-Unsubscribe']!)![1]!.replace('http://jumelles.test', '');
  const clicked = await app.request(stop, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
  expect(clicked.status).toBe(200);
  await sendReminders({}, contextAt('2027-05-11'));
  const day = (await reminders()).slice(2);
  expect(day.map((one) => [one.subject, one.recipient === 'alix@exemple.org'])).toEqual([['Demain', false]]);
});

test('R195 what a member’s registration keeps is in their export, and leaves with them; the place goes to who waits', async () => {
  const bordeaux = await app.signIn('agent-bordeaux');
  await bordeaux.post(`${at}/inscription`);
  const [account, toulouse] = await Promise.all(['agent-bordeaux', 'agent-toulouse'].map((demo) => app.db.selectFrom('accounts').select('id').where('demo', '=', demo).executeTakeFirstOrThrow()));
  const declared = listPersonal().find((one) => one.tables.includes('registrations'))!;
  expect(JSON.stringify(await declared.read!(app.db, account!.id))).toContain('waiting');
  await app.db.transaction().execute((tx) => declared.leave!(tx, toulouse!.id));
  await moveAllWaiting({}, contextAt('2027-04-02'));
  expect(await read(bordeaux, at)).toContain('Votre inscription est faite.');
  // A request that nobody confirmed is forgotten.
  await app.visit().post(`${at}/inscription`, { ...visitor, courriel: 'jamais@exemple.org' });
  await app.db.transaction().execute((tx) => declared.expire!(tx, testNow + 40 * 86_400_000 + Date.now() - testNow));
  expect(await state('jamais@exemple.org')).toBeUndefined();
  expect(await state('alix@exemple.org')).toBe('registered');
});

test('R195 registrations are forgotten a year after the meeting, even when nobody said its day', async () => {
  const declared = listPersonal().find((one) => one.tables.includes('registrations'))!;
  const expireAt = (day: string) => app.db.transaction().execute((tx) => declared.expire!(tx, Date.parse(`${day}T08:00:00Z`)));
  await app.db.updateTable('sheets').set({ start_date: '2027-05', start_precision: 'month' }).where('slug', '=', 'forum-d-essai').execute();
  await expireAt('2028-05-20');
  expect(await state('alix@exemple.org')).toBe('registered');
  await expireAt('2028-06-01');
  expect(await state('alix@exemple.org')).toBeUndefined();
});
