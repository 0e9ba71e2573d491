import { beforeAll, expect, test } from 'vitest';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let db: OpenedApp['db'];
let app: OpenedApp;
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
});

test('an amount is kept in the minor unit and dated; a text is vouched for by a function, until it is corrected', async () => {
  const administrator = await app.signIn('administrateur');
  const path = '/fiches/financement/daect-cofinancements/modifier';
  const { fields } = readFormOf(await (await administrator.get(path)).text());
  const answer = { ...fields, devise: 'EUR', precision: 'jusqua', par: 'project', page: 'https://www.diplomatie.gouv.fr/', echeance: 'le 15 mars' };
  expect((await administrator.post(path, { ...answer, montant: '-5' })).status).toBe(422);
  expect((await administrator.post(path, { ...answer, montant: '20 000,50' })).status).toBe(303);
  const page = wordsOf(await (await app.request('/financements/daect-cofinancements')).text());
  expect(page).toMatch(/jusqu’à 20.000,50.€ par projet/);
  expect(page).toContain('le 15 mars');
  const row = await db.selectFrom('funding_schemes').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['amount', 'as_of']).where('slug', '=', 'daect-cofinancements').executeTakeFirstOrThrow();
  expect(row).toEqual({ amount: 2_000_050, as_of: '2026-11-15' });

  const law = '/textes/constitution-article-73';
  const vouch = '/fiches/texte/constitution-article-73/gestes/verifier';
  expect((await administrator.post(vouch, { lu: '' })).status).toBe(422);
  expect((await administrator.post(vouch, { lu: '1' })).status).toBe(303);
  expect(wordsOf(await (await app.request(law)).text())).toContain('Vérifié par Administration de l’instance');
  const corrected = readFormOf(await (await administrator.get('/fiches/texte/constitution-article-73/modifier')).text()).fields;
  expect((await administrator.post('/fiches/texte/constitution-article-73/modifier', { ...corrected, resume: 'Un autre résumé.' })).status).toBe(303);
  expect(wordsOf(await (await app.request(law)).text())).not.toContain('Vérifié par');
});
