import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
});

const words = async (response: Response | Promise<Response>) => (await (await response).text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
const network = '/reseaux/so-cooperation';
const form = '/agenda/objectifs/so-cooperation';

const announce = async (visitor: Visitor, fields: Record<string, string>) => {
  const response = await visitor.post('/nouveau/rencontre', { nature: 'reunion', certitude: 'planned', pour: 'public', ou: '', themes: '', ...fields });
  expect(response.status).toBe(303);
  return response.headers.get('location')!;
};

test('R151 R152 the aims of the network are those of its meeting of 2022, with their source, for its members only', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const page = await words(animator.get(network));
  expect(page).toContain('Les objectifs de 2026');
  expect(page).toMatch(/0 webinaires?, sur 2 à 3 voulus/);
  expect(page).toMatch(/0 réunions? en présence, sur 1 au moins/);
  expect(page).toMatch(/depuis 2022, d’après .*l\. 163–164/);
  expect(await words((await app.signIn('agent-bordeaux')).get('/agenda'))).toContain('les objectifs de 2026');
  expect(await words(app.request(network))).not.toContain('Les objectifs de 2026');
  expect(await words((await app.signIn('agent-toulouse')).get(network))).not.toContain('Les objectifs de 2026');
});

test('R151 R152 planned and held meetings of the year count, considered and cancelled ones do not; a meeting names its occasion', async () => {
  const animator = await app.signIn('animatrice-reseau');
  await announce(animator, { titre: 'Répondre aux crises', nature: 'webinaire', quand: '10 décembre 2026 à 10 h', ou: 'en ligne' });
  await announce(animator, { titre: 'Peut-être', nature: 'webinaire', quand: 'décembre 2026', certitude: 'tentative' });
  const off = await announce(animator, { titre: 'Annulé', nature: 'webinaire', quand: '11 décembre 2026' });
  await animator.post(`/fiches/rencontre/${off.split('/').at(-1)}/gestes/annuler`, { raison: 'Personne.' });
  const meeting = await announce(animator, { titre: 'Réunion de février', quand: '3 février 2026', certitude: 'held', ou: 'Bordeaux' });
  const event = await app.db.selectFrom('sheets').select('id').where('slug', '=', 'mois-de-l-europe').executeTakeFirstOrThrow();
  expect((await animator.post(`/fiches/rencontre/${meeting.split('/').at(-1)}/gestes/adosser`, { occasion: event.id })).status).toBe(303);
  const page = await words(animator.get(network));
  expect(page).toMatch(/1 webinaire, sur 2 à 3 voulus Aucun ne s’est encore tenu\./);
  expect(page).toMatch(/1 réunion en présence, sur 1 au moins Dont 1 déjà tenu\./);
  expect(page).toMatch(/Réunion de février , en présence \(à l’occasion de Mois de l’Europe/i);
});

test('R151 the animator sets the aims of a year; wrong numbers come back with what was typed; nobody else may', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const refused = await animator.post(form, { annee: '2026', webinaires: '4', webinaires_au_plus: '3', reunions: '1' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/name="webinaires"[^>]*value="4"/);
  expect((await animator.post(form, { annee: '2026', webinaires: '4', webinaires_au_plus: '', reunions: '2' })).status).toBe(303);
  const page = await words(animator.get(network));
  expect(page).toMatch(/sur 4 voulus/);
  expect(page).toContain('Animatrice de SO Coopération');
  expect((await (await app.signIn('organisatrice-cuf')).get(form)).status).toBe(404);
  expect((await (await app.signIn('agent-bordeaux')).post(form, {})).status).toBe(404);
});
