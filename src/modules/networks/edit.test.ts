import { beforeAll, expect, test } from 'vitest';
import { grantMandate } from '~/modules/accounts/index.ts';
import { instance } from '~/platform/events/index.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import type { Visitor } from '~root/tests/support/index.ts';

let app: OpenedApp;
let animator: Visitor;
let read: (path: string) => Promise<string>;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  read = async (path) => wordsOf(await (await app.request(path)).text());
  animator = await app.signIn('administrateur');
});

const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;

async function correct(slug: string, fields: Record<string, string | string[]>) {
  const path = `/fiches/reseau/${slug}/modifier`;
  const form = readFormOf(await (await animator.get(path)).text());
  return animator.post(path, { ...form.fields, ...fields });
}

test('R041 name, acronym, mission, aims and founding year are corrected, with the source of the year', async () => {
  const answer = await correct('pacte-de-milan', {
    titre: 'Pacte de politique alimentaire urbaine de Milan', sigle: 'MUFPP', mission: 'Des villes qui nourrissent mieux.', buts: 'Moins gaspiller\nManger local',
    creation: '15 octobre 2015', site: 'www.milanurbanfoodpolicypact.org', 'source.creation.titre': 'Texte du pacte', themes: 'alimentation-durable',
  });
  if (answer.status !== 303) throw new Error(wordsOf(await answer.text()));
  const page = await read('/reseaux/pacte-de-milan');
  for (const words of ['MUFPP', 'Des villes qui nourrissent mieux.', 'Moins gaspiller', 'créé en 2015', 'Texte du pacte']) expect(page).toContain(words);
  expect(await (await app.request('/recherche?q=MUFPP')).text()).toContain('/reseaux/pacte-de-milan');
  expect(await (await app.request('/reseaux/pacte-de-milan')).text()).toContain('https://www.milanurbanfoodpolicypact.org');
});

test('R048 R052 scale and kind are corrected', async () => {
  expect((await correct('villes-michelin', { echelle: 'european', sorte: 'initiative' })).status).toBe(303);
  expect(await read('/reseaux/villes-michelin')).toMatch(/Initiative .*Européen/);
});

test('R049 a network belongs to a larger one, and never to itself through another', async () => {
  expect((await correct('iclei', { parent: await idOf('network', 'cglu') })).status).toBe(303);
  expect(await (await app.request('/reseaux/iclei')).text()).toContain('fait partie de <a href="/reseaux/cglu">');
  const loop = await correct('cglu', { parent: await idOf('network', 'iclei') });
  expect(loop.status).toBe(422);
  expect(wordsOf(await loop.text())).toContain('Un réseau ne peut pas faire partie de lui-même');
});

test('R042 a figure has its qualifier, its date and its source; the one before stays, out of date', async () => {
  const figure = { chiffre: 'cities', valeur: '200', qualificatif: 'plus_de', observe: 'mars 2025', 'source.valeur.titre': 'Rapport annuel', 'source.valeur.endroit': 'p. 4' };
  expect((await animator.post('/fiches/reseau/aimf/gestes/chiffre', figure)).status).toBe(303);
  const page = await read('/reseaux/aimf');
  expect(page).toMatch(/200 villes \(plus de 200\) Observé : mars 2025\. Source : Rapport annuel , p\. 4/);
  expect(page).toMatch(/188 villes Périmé/);
  expect(page).toMatch(/48 pays Date/);
  const undated = await animator.post('/fiches/reseau/aimf/gestes/chiffre', { ...figure, observe: '' });
  expect(undated.status).toBe(422);
  const twice = await animator.post('/fiches/reseau/aimf/gestes/chiffre', figure);
  expect(wordsOf(await twice.text())).toContain('Ce chiffre est déjà là');
});

test('R042 an older figure that comes late does not take the place of the latest', async () => {
  expect((await animator.post('/fiches/reseau/aimf/gestes/chiffre', { chiffre: 'cities', valeur: '150', qualificatif: 'environ', observe: '2010' })).status).toBe(303);
  const rows = await app.db.selectFrom('sheet_facts').select(['value', 'outdated']).where('sheet_id', '=', await idOf('network', 'aimf')).where('field', '=', 'cities').orderBy('position').execute();
  expect(rows).toEqual([{ value: '188', outdated: true }, { value: '200', outdated: false }, { value: '150', outdated: true }]);
});

test('R042 a figure is said to be out of date, and stays', async () => {
  const { id } = await app.db.selectFrom('sheet_facts').select('id').where('sheet_id', '=', await idOf('network', 'aimf')).where('field', '=', 'associations').executeTakeFirstOrThrow();
  expect((await animator.post('/fiches/reseau/aimf/gestes/chiffre-perime', { chiffre_montre: id })).status).toBe(303);
  expect(await read('/reseaux/aimf')).toMatch(/23 associations Périmé/);
});

test('R044 whoever keeps the network says the roles of its members, and history tells it', async () => {
  const lyon = await idOf('territory', 'lyon');
  expect((await animator.post('/fiches/reseau/aimf/gestes/role', { titulaires: lyon, fonction: 'treasurer', debut: '2020' })).status).toBe(303);
  expect(await read('/reseaux/aimf')).toContain('Lyon tient la trésorerie');
  const history = await read('/fiches/reseau/aimf/historique');
  expect(history).toContain('Rôle ou adhésion ajouté');
  expect(history).toContain('Trésorerie');
  const { id } = await app.db.selectFrom('network_roles').select('id').where('role', '=', 'treasurer').where('since', '=', '2020').executeTakeFirstOrThrow();
  expect((await animator.post('/fiches/reseau/aimf/gestes/fin-role', { fonction_tenue: id, fin: '2023' })).status).toBe(303);
  expect(await read('/reseaux/aimf')).toMatch(/Rôles terminés .*Lyon tient la trésorerie .*2020 – 2023/);
});

test('R041 an agent declares a network that is missing, and keeps it until it has an animator', async () => {
  const agent = await app.signIn('agent-toulouse');
  const answer = await agent.post('/nouveau/reseau', { titre: 'Réseau des villes d’essai', sigle: 'RVE', sorte: 'reseau', echelle: 'national', mission: 'Échanger.', creation: '2024', 'source.mission.titre': 'Charte du réseau', 'source.creation.titre': 'Compte rendu de l’assemblée' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/reseaux/rve']);
  const page = await (await agent.get('/reseaux/rve')).text();
  for (const source of ['Charte du réseau', 'Compte rendu de l’assemblée']) expect(page).toContain(source);
  expect((await agent.get('/fiches/reseau/rve/modifier')).status).toBe(200);
  expect((await agent.get('/fiches/reseau/aimf/modifier')).status).toBe(404);
  const bordeaux = await app.signIn('agent-bordeaux');
  expect((await bordeaux.get('/fiches/reseau/rve/modifier')).status).toBe(404);
});

test('R041 the animator of a network corrects its sheet, and not that of another', async () => {
  const { id: accountId } = await app.db.selectFrom('accounts').select('id').where('demo', '=', 'citoyenne-toulouse').executeTakeFirstOrThrow();
  await app.db.transaction().execute(async (tx) => grantMandate(tx, instance, { accountId, role: 'animator', bodyId: await idOf('network', 'eurocities') }));
  const visitor = await app.signIn('citoyenne-toulouse');
  expect((await visitor.get('/fiches/reseau/eurocities/modifier')).status).toBe(200);
  expect((await visitor.get('/fiches/reseau/cglu/modifier')).status).toBe(404);
});
