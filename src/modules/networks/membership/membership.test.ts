import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { linksOf, wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let read: (path: string) => Promise<string>;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  read = async (path) => wordsOf(await (await app.request(path)).text());
});

const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const linksTo = async (network: string, role: string) =>
  (await app.db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'to_id').select('sheets.slug').where('from_id', '=', await idOf('network', network)).where('role', '=', role).orderBy('sheets.slug').execute()).map((row) => row.slug);

test('R043 an agent says since when their authority is a member, and the page says so with its source', async () => {
  const agent = await app.signIn('agent-toulouse');
  const network = await (await agent.get('/reseaux/iclei')).text();
  expect(linksOf(network)).toContain('/reseaux/iclei/adhesion');
  const done = await agent.post('/reseaux/iclei/adhesion', {
    fonction: 'member', debut: 'juin 2019', 'source.fonction.titre': 'Délibération du 14 juin 2019', 'source.fonction.endroit': 'p. 3',
  });
  expect(done.status).toBe(303);
  const page = await read('/reseaux/iclei');
  expect(page).toMatch(/Toulouse membre Source : Délibération du 14 juin 2019 , p\. 3 depuis juin 2019/);
  expect(await linksTo('iclei', 'member')).toContain('toulouse');
});

test('R043 without another text, the source is the authority’s own dated word', async () => {
  const agent = await app.signIn('agent-toulouse');
  expect((await agent.post('/reseaux/platforma/adhesion', { fonction: 'member' })).status).toBe(303);
  expect(await read('/reseaux/platforma')).toContain('Déclaration sur cette plateforme (Toulouse)');
});

test('R044 R045 a role keeps its scope; one without the name of its commission is refused and what was typed comes back', async () => {
  const agent = await app.signIn('agent-toulouse');
  const refused = await agent.post('/reseaux/iclei/adhesion', { fonction: 'commission-presidency', debut: '2021', precision: 'élue en séance' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('href="#champ-portee"');
  expect(page).toContain('value="élue en séance"');
  expect((await agent.post('/reseaux/iclei/adhesion', { fonction: 'commission-presidency', portee: 'Eau', debut: '2021' })).status).toBe(303);
  expect(await read('/reseaux/iclei')).toContain('préside une commission ( Eau )');
});

test('R046 R051 what is hosted has its place, a working group its name', async () => {
  const agent = await app.signIn('agent-toulouse');
  expect((await agent.post('/reseaux/iclei/adhesion', { fonction: 'secretariat-host', lieu: 'Toulouse' })).status).toBe(303);
  expect((await agent.post('/reseaux/iclei/adhesion', { fonction: 'working-group', portee: 'Mobilités' })).status).toBe(303);
  const page = await read('/reseaux/iclei');
  expect(page).toContain('accueille le secrétariat à Toulouse');
  expect(page).toContain('participe à un forum ou à un groupe de travail ( Mobilités )');
});

test('R047 a presidency held by others is refused in a clear sentence; held together it is one role', async () => {
  const agent = await app.signIn('agent-toulouse');
  const refused = await agent.post('/reseaux/gsef/adhesion', { fonction: 'presidency', debut: '2024' });
  expect(refused.status).toBe(422);
  expect(wordsOf(await refused.text())).toContain('Cette présidence est déjà tenue à ces dates.');
  expect((await agent.post('/reseaux/ccre/adhesion', { fonction: 'presidency', debut: '2025', avec: await idOf('territory', 'lille') })).status).toBe(303);
  expect(await read('/reseaux/ccre')).toContain('Toulouse , Lille (ensemble) préside le réseau');
});

test('R047 two who write the same first presidency at once: one is refused', async () => {
  const [one, two] = [await app.signIn('agent-toulouse'), await app.signIn('elue-bordeaux')];
  const answers = await Promise.all([one.post('/reseaux/iclei/adhesion', { fonction: 'presidency' }), two.post('/reseaux/iclei/adhesion', { fonction: 'presidency' })]);
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 422]);
});

test('R044 a role that ends stays among the past ones, and who holds none is no member any more', async () => {
  const agent = await app.signIn('agent-toulouse');
  expect((await agent.post('/reseaux/ovpm/adhesion', { fonction: 'board', debut: '2018' })).status).toBe(303);
  const [end] = linksOf(await (await agent.get('/reseaux/ovpm/adhesion')).text()).filter((href) => href.endsWith('/fin'));
  const early = await agent.post(end!, { fin: '2015' });
  expect(early.status).toBe(422);
  expect(wordsOf(await early.text())).toContain('La fin vient avant le début');
  expect((await agent.post(end!, { fin: '2021' })).status).toBe(303);
  const page = await read('/reseaux/ovpm');
  expect(page).toMatch(/Rôles terminés Toulouse membre du bureau .* 2018 – 2021/);
  expect(await linksTo('ovpm', 'member')).not.toContain('toulouse');
  expect(await linksTo('ovpm', 'past-member')).toEqual(['toulouse']);
  expect((await agent.get(end!)).status).toBe(404);
});

test('R047 one of several who leaves a role leaves it to the others', async () => {
  const elected = await app.signIn('elue-bordeaux');
  const desk = await (await elected.get('/reseaux/gsef/adhesion')).text();
  const ends = linksOf(desk).filter((href) => href.endsWith('/fin'));
  const pages = await Promise.all(ends.map(async (href) => ({ href, text: wordsOf(await (await elected.get(href)).text()) })));
  const { href } = pages.find((page) => page.text.includes('préside le réseau'))!;
  expect((await elected.post(href, { fin: '2026-10' })).status).toBe(303);
  const page = await read('/reseaux/gsef');
  expect(page).toContain('Bordeaux Métropole , le Département (non nommé par le document) , Région Nouvelle-Aquitaine (ensemble) préside le réseau');
  expect(page).toMatch(/Rôles terminés Bordeaux préside le réseau .*Tenu avec Bordeaux Métropole/);
});

test('R048 an authority says itself that a network is a main one for it', async () => {
  const agent = await app.signIn('agent-toulouse');
  expect((await agent.post('/reseaux/iclei/place', {})).status).toBe(422);
  expect((await agent.post('/reseaux/iclei/place', { rang: 'thematic' })).status).toBe(303);
  expect((await agent.post('/reseaux/iclei/place', { rang: 'main' })).status).toBe(303);
  const list = await (await app.request('/reseaux?territoire=toulouse')).text();
  const main = list.slice(list.indexOf('id="main"'), list.indexOf('id="other"'));
  expect(main).toContain('href="/reseaux/iclei"');
  expect(list).not.toContain('id="thematic"');
});

test('R043 nobody else says it for an authority: 404, and no link to it', async () => {
  for (const persona of ['porteuse-projet', 'financeur', 'animatrice-reseau', 'partenaire-lima', 'administrateur']) {
    const visitor = await app.signIn(persona);
    expect([persona, (await visitor.get('/reseaux/aimf/adhesion')).status]).toEqual([persona, 404]);
    expect([persona, (await visitor.post('/reseaux/aimf/adhesion', { fonction: 'member' })).status]).toEqual([persona, 404]);
    expect(await (await visitor.get('/reseaux/aimf')).text()).not.toContain('/reseaux/aimf/adhesion');
  }
  const [role] = await app.db.selectFrom('network_roles').innerJoin('network_role_holders', 'role_id', 'id').select('id').where('authority_id', '=', await idOf('territory', 'bordeaux')).execute();
  const toulouse = await app.signIn('agent-toulouse');
  for (const slug of ['aimf', 'gsef', 'cuf']) expect((await toulouse.post(`/reseaux/${slug}/roles/${role!.id}/fin`, { fin: '2020' })).status).toBe(404);
});
