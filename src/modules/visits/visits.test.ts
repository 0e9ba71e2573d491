import { beforeAll, expect, test } from 'vitest';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
});

const words = async (response: Response | Promise<Response>) => (await (await response).text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const slugOf = (path: string) => path.split('/').at(-1)!;

async function post(visitor: Visitor, path: string, fields: Record<string, string | string[]>): Promise<string> {
  const response = await visitor.post(path, fields);
  expect(response.status, await response.clone().text().then((html) => /error-summary[\s\S]{0,300}/.exec(html)?.[0] ?? '')).toBe(303);
  return response.headers.get('location')!;
}

async function act(visitor: Visitor, sheet: string, name: string, fields: Record<string, string | string[]>): Promise<void> {
  const address = `/fiches/visite/${slugOf(sheet)}/gestes/${name}`;
  await post(visitor, address, { ...readFormOf(await (await visitor.get(address)).text()).fields, ...fields });
}

const listTold = async (name: string) =>
  (await app.db.selectFrom('notifications').innerJoin('accounts', 'accounts.id', 'account_id').innerJoin('sheets', 'sheets.id', 'notifications.sheet_id').innerJoin('events', 'events.id', 'event_id').select(['demo', 'slug']).where('events.name', '=', name).execute())
    .map((row) => `${row.demo} ${row.slug}`).sort();

let visit = '';

test('R098 Lima asks Bordeaux to receive it: Bordeaux’s agents are told, nobody else sees the request', async () => {
  const lima = await app.signIn('partenaire-lima');
  expect(await words(lima.get('/territoires/bordeaux'))).toContain('Demander à être reçu : Bordeaux');
  const page = await (await lima.get('/nouveau/visite?sorte=accueil&chez=bordeaux')).text();
  expect(page).toContain(await idOf('territory', 'bordeaux'));
  visit = await post(lima, '/nouveau/visite?sorte=accueil', { chez: await idOf('territory', 'bordeaux'), pourquoi: 'Conocer el urbanismo de Burdeos.', themes: ['urbanisme'], quand: 'mai 2027', personnes: 'Dos funciones' });
  visit = visit.replace(/^\/es/, '');
  expect(await words(lima.get(visit))).toContain('demandée');
  expect((await app.request(visit)).status).toBe(404);
  expect((await (await app.signIn('agent-toulouse')).get(visit)).status).toBe(404);
  expect(await words(app.request('/agenda'))).not.toContain('Lima en visite');
  const agent = await app.signIn('agent-bordeaux');
  expect(await words(agent.get('/mon-espace'))).toContain('On demande à être reçu : Lima en visite : Bordeaux');
  expect((await agent.get(visit)).status).toBe(200);
  const told = await app.db.selectFrom('notifications').innerJoin('accounts', 'accounts.id', 'account_id').innerJoin('sheets', 'sheets.id', 'notifications.sheet_id').select('demo').where('sheets.slug', '=', slugOf(visit)).execute();
  expect(told.map((row) => row.demo).sort()).toEqual(['agent-bordeaux', 'elue-bordeaux']);
});

test('R098 a request to somebody whom nobody speaks for here is refused; a no wants its reason', async () => {
  const lima = await app.signIn('partenaire-lima');
  const refused = await lima.post('/nouveau/visite?sorte=accueil', { chez: await idOf('territory', 'grabels'), pourquoi: 'Ver.', themes: '', quand: '', personnes: '' });
  expect(refused.status).toBe(422);
  expect(await words(refused)).toContain('Personne ne tient encore cette fiche ici');
  const agent = await app.signIn('agent-bordeaux');
  expect((await agent.post(`/fiches/visite/${slugOf(visit)}/gestes/repondre`, { reponse: 'declined', raison: '' })).status).toBe(422);
  expect((await lima.get(`/fiches/visite/${slugOf(visit)}/gestes/repondre`)).status).toBe(404);
});

test('R096 R097 once accepted, hosts, programme and bodies met are added, and the visit is in the calendar of the region', async () => {
  const agent = await app.signIn('agent-bordeaux');
  await act(agent, visit, 'repondre', { reponse: 'accepted', raison: '' });
  const lima = await app.signIn('partenaire-lima');
  expect(await words(lima.get(visit))).toContain('acceptée');
  expect(await words(lima.get('/mon-espace'))).toContain('Lima en visite');
  const edit = `/fiches/visite/${slugOf(visit)}/modifier`;
  const { fields } = readFormOf(await (await agent.get(edit)).text());
  await post(agent, edit, {
    ...fields, debut: '18 mai 2027', fin: '20 mai 2027', programme: 'Mardi : visite de la Bastide.\nMercredi : atelier sur le plan local d’urbanisme.',
    accueil: [await idOf('territory', 'bordeaux-metropole')], rencontres: [await idOf('organisation', 'electriciens-sans-frontieres')],
  });
  await act(agent, visit, 'etat', { etape: 'planned' });
  expect((await app.request(visit)).status).toBe(404);
  await act(agent, visit, 'publier', { pour: 'public' });
  const page = await words(app.request(visit));
  for (const told of ['visite de la Bastide', 'Bordeaux Métropole', 'Électriciens sans frontières', '18', '20 mai 2027']) expect(page).toContain(told);
  expect(await words(app.request('/agenda'))).toContain('Lima en visite : Bordeaux');
  expect(await words(app.request('/agenda/2027-05?territoire=bordeaux'))).toContain('Lima en visite : Bordeaux');
  expect(await (await app.request('/agenda.ics?genre=visite')).text()).toContain('Lima en visite');
});

test('R096 a delegation that one plans to receive is seen by those who come; the report ends it', async () => {
  const agent = await app.signIn('agent-bordeaux');
  const planned = await post(agent, '/nouveau/visite?sorte=delegation', { de: await idOf('territory', 'lima'), pourquoi: 'Parler de l’eau.', themes: '', quand: '', personnes: '' });
  expect((await (await app.signIn('partenaire-lima')).get(planned)).status).toBe(200);
  expect((await app.request(planned)).status).toBe(404);
  const without = `/fiches/visite/${slugOf(planned)}/gestes/etat`;
  expect((await agent.post(without, { etape: 'planned', compte_rendu: '' })).status).toBe(422);
  await act(agent, planned, 'annuler', { raison: 'La salle n’est plus libre.' });
  expect(await words(agent.get(planned))).toContain('La salle n’est plus libre.');
  // Nobody travels for nothing: those who were to come are told.
  expect(await listTold('visit.cancelled')).toEqual([`partenaire-lima ${slugOf(planned)}`]);
});

test('R099 R090 a trip is announced with the places that are left; a member asks to come along and is answered', async () => {
  const toulouse = await app.signIn('agent-toulouse');
  const wrong = await toulouse.post('/nouveau/visite', { destination: 'Nulle-Part-les-Oies', quand: '18-22 mai 2027', pourquoi: 'Voir.', themes: '', places: '2', pour: 'members' });
  expect(wrong.status).toBe(422);
  const trip = await post(toulouse, '/nouveau/visite', { destination: 'Douala', quand: '18-22 mai 2027', pourquoi: 'Préparer le projet d’eau.', themes: ['eau'], places: '2', pour: 'members' });
  expect((await app.request(trip)).status).toBe(404);
  const agent = await app.signIn('agent-bordeaux');
  expect(await words(agent.get('/agenda'))).toContain('Toulouse se déplace : Douala');
  expect(await words(agent.get(trip))).toContain('2 places pour qui veut se joindre');
  expect(await post(agent, `${trip}/se-joindre`, { mot: 'Nous viendrions à deux.' })).toMatch(/^\/discussions\//);
  expect(await words(toulouse.get('/mon-espace'))).toContain('Bordeaux demande à se joindre');
  const html = await (await toulouse.get(trip)).text();
  const answer = /action="(\/visites\/[^"]+\/demandes\/[^"]+)"/.exec(html)![1]!;
  expect((await agent.post(answer, { reponse: 'accepted' })).status).toBe(404);
  await post(toulouse, answer, { reponse: 'accepted' });
  const after = await words(agent.get(trip));
  expect(after).toContain('1 place pour qui veut se joindre');
  expect(after).toContain('se joint au déplacement');
  expect((await (await app.signIn('agent-commune')).post(`${trip}/se-joindre`, {})).status).toBe(404);
});

test('R099 a trip that is called off is told to those who asked to come along; one whose day has passed is joined by nobody', async () => {
  const [toulouse, agent] = [await app.signIn('agent-toulouse'), await app.signIn('agent-bordeaux')];
  const fields = { destination: 'Douala', quand: '4-6 octobre 2027', pourquoi: 'Suivre le projet d’eau.', themes: '', places: '', pour: 'members' };
  const trip = await post(toulouse, '/nouveau/visite', fields);
  const elected = await app.signIn('elue-bordeaux');
  const conversation = await post(agent, `${trip}/se-joindre`, { mot: '' });
  expect(await (await agent.get(trip)).text()).toContain(`href="${conversation}"`);
  // Of the same body, and not in the conversation: no link that would lead to nothing.
  expect(await words(elected.get(trip))).toContain('sans réponse encore');
  expect(await (await elected.get(trip)).text()).not.toContain(conversation);
  await act(toulouse, trip, 'annuler', { raison: 'Le vol est supprimé.' });
  expect(await listTold('visit.cancelled')).toContain(`agent-bordeaux ${slugOf(trip)}`);
  const gone = await post(toulouse, '/nouveau/visite', { ...fields, quand: '8 novembre 2027' });
  expect(await words(agent.get(gone))).toContain('Demander à se joindre');
  await app.db.updateTable('sheets').set({ start_date: '2026-11-08' }).where('slug', '=', slugOf(gone)).execute();
  expect(await words(agent.get(gone))).not.toContain('Demander à se joindre');
  expect((await agent.post(`${gone}/se-joindre`, { mot: '' })).headers.get('location')).toBe(gone);
  const [coming, past] = (await (await agent.get('/visites')).text()).split('Passées');
  expect([coming!.includes(`href="${gone}"`), past!.includes(`href="${gone}"`)]).toEqual([false, true]);
});

test('R098 whoever asked to be received may withdraw while nobody has answered; the host is told', async () => {
  const lima = await app.signIn('partenaire-lima');
  const asked = (await post(lima, '/nouveau/visite?sorte=accueil', { chez: await idOf('territory', 'bordeaux'), pourquoi: 'Ver el tranvía.', themes: '', quand: '', personnes: '' })).replace(/^\/es/, '');
  expect((await (await app.signIn('agent-bordeaux')).post(`${asked}/retrait`)).status).toBe(404);
  expect((await lima.post(`${asked}/retrait`)).status).toBe(303);
  expect(await words(lima.get(asked))).toContain('annulée');
  expect(await listTold('visit.withdrawn')).toEqual([`agent-bordeaux ${slugOf(asked)}`, `elue-bordeaux ${slugOf(asked)}`]);
});
