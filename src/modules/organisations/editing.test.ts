import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let agent: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  agent = await app.signIn('agent-bordeaux');
});

const words = async (answer: Response | Promise<Response>) => wordsOf(await (await answer).text());
const idOf = async (slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', slug).executeTakeFirstOrThrow()).id;
async function fill(visitor: Visitor, address: string, answers: Record<string, string | string[]>): Promise<Response> {
  return visitor.post(address, { ...readFormOf(await (await visitor.get(address)).text()).fields, ...answers });
}

test('R005 an agent adds a local actor of their territory, kept by their authority, found by its city', async () => {
  expect(await words(agent.get('/organisations'))).toContain('Ajouter une organisation');
  expect(await words(app.request('/organisations'))).not.toContain('Ajouter une organisation');
  const form = readFormOf(await (await agent.get('/nouveau/organisation')).text()).fields;
  expect(form.siege).toEqual([await idOf('bordeaux')]);
  const answer = await agent.post('/nouveau/organisation', { ...form, nom: 'Comité de jumelage', nature: 'association', presentation: 'Accueille les familles de Lima.' });
  expect(answer.headers.get('location')).toBe('/organisations/comite-de-jumelage');
  const page = await words(app.request('/organisations/comite-de-jumelage'));
  expect(page).toContain('Siège Bordeaux');
  const { owner_id } = await app.db.selectFrom('sheets').select('owner_id').where('kind', '=', 'organisation').where('slug', '=', 'comite-de-jumelage').executeTakeFirstOrThrow();
  expect(owner_id).toBe(await idOf('bordeaux'));
});

test('R005 the same name in the same place is one organisation; in another place it is another', async () => {
  expect(await words(fill(agent, '/nouveau/organisation', { nom: 'Comité de jumelage', nature: 'association' }))).toContain('a déjà sa fiche à cet endroit');
  const elsewhere = await fill(agent, '/nouveau/organisation', { nom: 'Comité de jumelage', nature: 'association', siege: await idOf('toulouse') });
  expect([elsewhere.status, await words(elsewhere)]).toEqual([422, expect.stringContaining('choisissez un siège qui s’y trouve')]);
  const toulouse = await app.signIn('agent-toulouse');
  expect((await fill(toulouse, '/nouveau/organisation', { nom: 'Comité de jumelage', nature: 'association' })).headers.get('location')).toBe('/organisations/comite-de-jumelage-2');
});

test('R005 a correction changes the page, and only those who keep the sheet correct it', async () => {
  const address = '/fiches/organisation/comite-de-jumelage/modifier';
  expect((await (await app.signIn('agent-toulouse')).get(address)).status).toBe(404);
  expect((await fill(agent, address, { nature: 'acteur-economique', sigles: 'CJB', site: 'https://comite.example', siege: await idOf('pessac') })).status).toBe(303);
  const page = await words(app.request('/organisations/comite-de-jumelage'));
  expect(page).toContain('Acteur économique · CJB');
  expect(page).toContain('Siège Pessac');
  expect(page).toContain('comite.example');
});

test('R005 a project holder corrects the sheet of their association, and adds none', async () => {
  const holder = await app.signIn('porteuse-projet');
  expect((await holder.get('/fiches/organisation/electriciens-sans-frontieres/modifier')).status).toBe(200);
  expect((await holder.get('/nouveau/organisation')).status).toBe(404);
});
