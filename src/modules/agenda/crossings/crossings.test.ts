import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { crossingQueue } from './queue.ts';

let app: OpenedApp;
let context: WorkContext;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
  context = { db: app.db, log: pino({ level: 'silent' }), settings: readSettings({}), origin: 'http://jumelles.test', now: () => testNow, enqueue: async () => {} };
});

const words = async (response: Response | Promise<Response>) => (await (await response).text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
const look = () => crossingQueue.work({}, context);
const listTold = async () => (await app.db.selectFrom('notifications').innerJoin('accounts', 'accounts.id', 'account_id').innerJoin('events', 'events.id', 'event_id').select(['demo', 'label']).where('events.name', '=', 'agenda.crossing').execute()).map((row) => `${row.demo} ${row.label}`).sort();

async function travel(visitor: Visitor, destination: string, quand: string, pour = 'members'): Promise<void> {
  const response = await visitor.post('/nouveau/visite', { destination, quand, pourquoi: 'Un projet.', themes: '', places: '2', pour });
  expect(response.status).toBe(303);
}
const agree = async (visitor: Visitor, semaines: string) => expect((await visitor.post('/agenda/voyages', { semaines })).status).toBe(303);

test('R090 two members who go to the same city are told, once, when both have agreed and the days are close', async () => {
  const [bordeaux, toulouse] = [await app.signIn('agent-bordeaux'), await app.signIn('agent-toulouse')];
  expect(await words(bordeaux.get('/agenda'))).toContain('Un seul voyage ?');
  await travel(bordeaux, 'Douala', '18-22 mai 2027');
  await travel(toulouse, 'Douala', '2-4 juin 2027');
  await look();
  expect(await listTold()).toEqual([]);
  await agree(bordeaux, '4');
  await look();
  expect(await listTold()).toEqual([]);
  await agree(toulouse, '1');
  await look();
  expect(await listTold()).toEqual([]);
  await agree(toulouse, '2');
  await look();
  await look();
  expect(await listTold()).toEqual(['agent-bordeaux Douala', 'agent-toulouse Douala', 'elue-bordeaux Douala']);
  for (const page of ['/agenda', '/mon-espace', '/agenda/voyages']) expect(await words(bordeaux.get(page))).toContain('Douala, 2 juin 2027 : Toulouse y va aussi.');
  expect(await words(bordeaux.get('/suivis/nouvelles'))).toContain('un autre membre va au même endroit que vous');
});

test('R090 the note says « Demander à se joindre » until one has asked', async () => {
  const bordeaux = await app.signIn('agent-bordeaux');
  const html = await (await bordeaux.get('/agenda/voyages')).text();
  const trip = /<a href="([^"]+)">Demander à se joindre/.exec(html)![1]!;
  expect((await bordeaux.post(`${trip}/se-joindre`, { mot: 'Nous viendrions à deux.' })).status).toBe(303);
  const after = await words(bordeaux.get('/agenda/voyages'));
  expect(after).not.toContain('Demander à se joindre');
  expect(after).toContain('Voir votre demande à vous joindre');
});

test('R090 R099 a delegation that one receives crosses a trip to its country; what is not for members crosses nothing', async () => {
  const [bordeaux, toulouse] = [await app.signIn('agent-bordeaux'), await app.signIn('agent-toulouse')];
  const lima = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'lima').executeTakeFirstOrThrow();
  const visit = (await bordeaux.post('/nouveau/visite?sorte=delegation', { de: lima.id, pourquoi: 'L’eau.', themes: '', quand: 'septembre 2027', personnes: '' })).headers.get('location')!;
  await travel(toulouse, 'Cusco, Pérou', '10 septembre 2027');
  const before = await listTold();
  await look();
  expect(await listTold()).toEqual(before);
  expect((await bordeaux.post(`/fiches/visite/${visit.split('/').at(-1)}/gestes/publier`, { pour: 'members' })).status).toBe(303);
  await look();
  expect(await words(toulouse.get('/agenda/voyages'))).toContain('Pérou, septembre 2027 : Bordeaux en reçoit une délégation.');
});

test('R090 saying no takes away what was told, and others learn nothing more', async () => {
  const [bordeaux, toulouse] = [await app.signIn('agent-bordeaux'), await app.signIn('agent-toulouse')];
  await agree(bordeaux, 'non');
  expect(await words(toulouse.get('/agenda/voyages'))).toContain('Personne d’autre, pour l’instant.');
  const told = await listTold();
  await look();
  expect(await listTold()).toEqual(told);
  expect((await (await app.signIn('agent-commune')).get('/agenda/voyages')).status).toBe(404);
  expect((await bordeaux.post('/agenda/voyages', { semaines: '3' })).status).toBe(404);
});
