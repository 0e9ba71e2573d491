import { beforeAll, expect, test } from 'vitest';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let animator: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  animator = await app.signIn('animatrice-reseau');
});

const read = async (path: string) => wordsOf(await (await app.request(path)).text());
const at = '/fiches/texte/loi-2016-12-05';

test('R179 a network’s animator vouches for a text by their function, and every page that lists it says by whom and when', async () => {
  expect(await read('/premiere-action')).toMatch(/Loi du 5 décembre 2016.{0,600}?à vérifier/);
  expect((await (await app.signIn('agent-bordeaux')).get(`${at}/gestes/verifier`)).status).toBe(404);
  expect((await animator.post(`${at}/gestes/verifier`, { lu: '1' })).status).toBe(303);
  const said = 'vérifié par Animatrice de SO Coopération, le 15 novembre 2026';
  for (const path of ['/textes', '/premiere-action']) expect(await read(path), path).toContain(said);
  expect(await read('/textes/loi-2016-12-05')).toContain('Vérifié par Animatrice de SO Coopération le 15 novembre 2026');
});

test('R179 sheets cite a text without undoing its verification; a correction of what it says undoes it', async () => {
  const { id } = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'partnership').where('slug', '=', 'bordeaux-lima').executeTakeFirstOrThrow();
  const form = async () => readFormOf(await (await animator.get(`${at}/modifier`)).text()).fields;
  expect((await animator.post(`${at}/modifier`, { ...(await form()), cite_par: id })).status).toBe(303);
  expect(await read('/textes/loi-2016-12-05')).toMatch(/Cité par .*Lima/);
  expect(await read('/textes')).toContain('vérifié par Animatrice');
  expect((await animator.post(`${at}/modifier`, { ...(await form()), resume: 'Un autre résumé.' })).status).toBe(303);
  expect(await read('/textes')).not.toContain('vérifié par Animatrice');
});

test('R179 a text enters the library with its source, to be verified', async () => {
  expect((await (await app.signIn('agent-bordeaux')).get('/nouveau/texte')).status).toBe(404);
  const answer = await animator.post('/nouveau/texte', { titre: 'Loi d’essai de 1992', sorte: 'loi', resume: 'Elle dit ceci.', date: '1992', pays: 'FR', 'source.resume.titre': 'Journal officiel', 'source.date.titre': 'Archives du Sénat' });
  expect(answer.status).toBe(303);
  const page = await read(answer.headers.get('location')!);
  expect(page).toContain('Personne n’a encore comparé cette fiche au texte officiel.');
  for (const source of ['Journal officiel', 'Archives du Sénat']) expect(page).toContain(source);
  expect(await read('/premiere-action')).toContain('Loi d’essai de 1992');
});
