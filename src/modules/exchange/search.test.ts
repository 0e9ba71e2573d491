import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let agent: Visitor;
let toulouse: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  [agent, toulouse] = await Promise.all(['agente-charente-maritime', 'agent-toulouse'].map((one) => app.signIn(one))) as [Visitor, Visitor];
});

const read = async (path: string, by: { get(path: string): Promise<Response> } = { get: (one) => app.request(one) }) => wordsOf(await (await by.get(path)).text());
const search = { titre: 'Une ville côtière en Irlande', pays: 'IE', attendu: 'Des échanges scolaires.', porteurs: ['conseil', 'ecoles'], langues: 'anglais', echeance: '2027-06-30', pour: 'public' };

test('R158 looking for a partner city asks what CLAIR’s list asks, prefilled from the sheet', async () => {
  const form = readFormOf(await (await toulouse.get('/nouveau/annonce?sorte=recherche&pays=IE')).text());
  expect(form.fields.population?.[0]).toMatch(/^\d{6}$/);
  expect(form.fields.pays).toContain('IE');
  for (const name of ['attendu', 'porteurs', 'langues', 'moyens', 'superficie', 'caractere']) expect(Object.keys(form.fields)).toContain(name);
  const bare = await agent.post('/nouveau/annonce?sorte=recherche', { ...search, attendu: '' });
  expect(bare.status).toBe(422);
  expect((await agent.post('/nouveau/annonce?sorte=recherche', { ...search, population: '650 000', superficie: '6 864 km²', caractere: 'Le littoral.' })).status).toBe(303);
  const page = await read('/bourse/une-ville-cotiere-en-irlande');
  expect(page).toContain('Recherche de partenaire');
  expect(page).toContain('Ce qui est attendu du partenaire Des échanges scolaires. Qui porte la démarche Le conseil de la collectivité et Des écoles Langues anglais Population 650 000 habitants Superficie 6 864 km² Culture et économie Le littoral.');
});

test('R158 a search of a partner city is an authority’s, and its portrait is completed by its own people', async () => {
  const holder = await app.signIn('porteuse-projet');
  const answer = await holder.post('/nouveau/annonce?sorte=recherche', search);
  expect(answer.status).toBe(422);
  expect(wordsOf(await answer.text())).toContain('s’écrit au nom d’une collectivité');
  const path = '/fiches/annonce/une-ville-cotiere-en-irlande/gestes/portrait';
  expect((await toulouse.get(path)).status).toBe(404);
  const { fields } = readFormOf(await (await agent.get(path)).text());
  expect((await agent.post(path, { ...fields, moyens: 'Un quart de poste.' })).status).toBe(303);
  expect(await read('/bourse/une-ville-cotiere-en-irlande')).toContain('Moyens Un quart de poste.');
});

test('R158 saturation is told honestly: who looks, who offers, who is there already, each with its rule', async () => {
  const page = await read('/chercher-un-partenaire?pays=IE');
  expect(page).toContain('1 collectivité française y cherche un partenaire Recherches de partenaire ouvertes dans la bourse aujourd’hui.');
  expect(page).toContain('0 annonce de ce pays');
  expect(page).toContain('Peu de chances par la bourse');
  expect(page).toContain('ils ne disent rien des villes qui cherchent ailleurs');
  expect(await read('/pays/IE')).toContain('Une collectivité française y cherche un partenaire, personne n’en propose depuis ce pays.');
  expect(await read('/chercher-un-partenaire?pays=Pérou')).toContain('Rien ne permet de le dire');
  expect(await read('/chercher-un-partenaire?pays=Atlantide')).toContain('Aucun pays ne s’appelle « Atlantide »');
  const lima = await app.signIn('partenaire-lima');
  await lima.post('/nouveau/annonce', { sorte: 'offre', nature: 'accueil', titre: 'Acoger a estudiantes', texte: 'Diez plazas.', echeance: '2027-03-01', pour: 'public' });
  expect(await read('/chercher-un-partenaire?pays=PE')).toContain('De bonnes chances');
});
