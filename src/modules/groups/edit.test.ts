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

test('the organiser of a group corrects what it says of itself and closes it with a reason; a chair is a function', async () => {
  const organiser = await app.signIn('organisatrice-cuf');
  const path = '/fiches/groupe/groupe-pays-japon/modifier';
  const page = await (await organiser.get(path)).text();
  const { fields } = readFormOf(page);
  expect(fields.titre).toEqual(['Groupe-pays Japon']);
  expect((await organiser.post(path, { ...fields, but: 'Préparer ensemble les prochaines rencontres franco-japonaises.' })).status).toBe(303);
  expect(wordsOf(await (await app.request('/groupes/groupe-pays-japon')).text())).toContain('Préparer ensemble');
  const close = '/fiches/groupe/groupe-pays-japon/gestes/etat';
  expect((await organiser.post(close, { etat: 'closed', depuis: '', raison: '' })).status).toBe(422);
  expect((await organiser.post(close, { etat: 'closed', depuis: '', raison: 'Il a rempli sa mission' })).status).toBe(303);
  expect((await organiser.post(close, { etat: 'closed', depuis: '', raison: 'Encore' })).status).toBe(422);
  expect((await (await app.signIn('agent-bordeaux')).get(path)).status).toBe(404);
  const names = await db.selectFrom('people').select(['first_name', 'last_name']).where('first_name', '<>', '').execute();
  const options = page.slice(page.indexOf('name="presidence"'), page.indexOf('</select>', page.indexOf('name="presidence"')));
  expect(options).toContain('<option');
  expect(names.map((one) => `${one.first_name} ${one.last_name}`).filter((name) => options.includes(name))).toEqual([]);
});
