import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
});

const address = '/fiches/theme/egalite-femmes-hommes/modifier';
const find = async (name: string) => app.db.selectFrom('sheet_names').innerJoin('sheets', 'sheets.id', 'sheet_names.sheet_id').select('slug').where('sheets.kind', '=', 'theme').where('name', '=', name).executeTakeFirst();

test('R085 the administrator adds a word that leads to a theme; its names in three languages stay', async () => {
  const administrator = await app.signIn('administrateur');
  const { fields } = readFormOf(await (await administrator.get(address)).text());
  expect(fields.synonymes![0]).toContain('genre');
  expect((await administrator.post(address, { ...fields, synonymes: 'genre\nparité' })).status).toBe(303);
  expect((await find('parité'))?.slug).toBe('egalite-femmes-hommes');
  expect((await find('Gender equality'))?.slug ?? (await find('Equality between women and men'))?.slug).toBe('egalite-femmes-hommes');
});

test('R085 nobody else changes the words of a theme', async () => {
  for (const persona of ['agent-bordeaux', 'elue-bordeaux', 'animatrice-reseau', 'citoyenne-toulouse']) {
    expect([persona, (await (await app.signIn(persona)).get(address)).status]).toEqual([persona, 404]);
  }
});
