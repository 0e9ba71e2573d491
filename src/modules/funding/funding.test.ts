import { beforeAll, expect, test } from 'vitest';
import { instance } from '~/platform/events/index.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { confirmLaw } from './commands.ts';
import { checkMoney, toPermille } from './rules.ts';

let opened: OpenedApp;
let read: (path: string) => Promise<string>;
beforeAll(async () => {
  opened = await openApp();
  // spaces of French numbers are narrow and do not break: read as plain ones
  read = async (path) => (await (await opened.request(path)).text()).replace(/[\u00a0\u202f]/g, ' ');
});

test('R100 the catalogue lists the 22 schemes, advice included, those with an amount first', async () => {
  const html = await read('/financements');
  expect(html).toContain('22 dispositifs');
  expect(html).toContain('href="/financements/dcol-appui"');
  expect(html).toContain('Appui et conseil');
  expect(html.indexOf('agences-eau-annuel')).toBeLessThan(html.indexOf('grabels-un-euro'));
});

test('R100 an amount is never shown without its qualifier, its period, its date and its source', async () => {
  const html = await read('/financements/agences-eau-annuel');
  expect(html).toContain('environ 18 000 000 € par an');
  expect(html).toContain('septembre 2023');
  expect(html).toContain('href="/documents/raict-2023"');
  expect(html).toContain('l. 470');
});

test('R100 an amount that no source gives stays unknown, and the funder has its own page', async () => {
  const html = await read('/financements/daect-cofinancements');
  expect(html).toContain('Non indiqué par la source');
  const funder = /href="(\/organisations\/[^"]*daect[^"]*)"/.exec(html)?.[1];
  expect(funder).toBeDefined();
  expect((await opened.request(funder!)).status).toBe(200);
});

test('R080 a convention with a national operator keeps its period and all who signed it', async () => {
  const html = await read('/financements/convention-institut-francais');
  expect(html).toContain('De 2022 à 2024');
  for (const party of ['Institut français', 'Bordeaux', 'Bordeaux Métropole']) expect(html).toContain(`>${party}</a>`);
});

test('R104 a yearly amount is kept with its funder and its theme, and the theme finds it', async () => {
  const { items } = (await (await opened.request('/observatoire.json?genre=financement&theme=eau')).json()) as { items: { url: string; themes: string[] }[] };
  const slugs = items.map((item) => item.url.split('/').at(-1));
  expect(slugs).toEqual(expect.arrayContaining(['agences-eau-annuel', 'metropole-eau', 'aimf-fonds']));
  expect(items.every((item) => item.themes.includes('eau'))).toBe(true);
});

test('R100 what is only announced or considered is not shown as existing', async () => {
  expect(await read('/financements/metropole-dechets-energie-mobilites')).toContain('annoncé');
  expect(await read('/financements/afd-potentiel')).toContain('envisagé');
});

test('R179 each of the 22 texts is marked « à vérifier » on its page and in the list', async () => {
  const laws = await opened.db.selectFrom('sheets').select('slug').where('kind', '=', 'law').execute();
  expect(laws).toHaveLength(22);
  for (const { slug } of laws) expect(await read(`/textes/${slug}`), slug).toContain('Ne fondez aucune décision sur elle');
  expect((await read('/textes')).match(/à vérifier/g)?.length).toBeGreaterThanOrEqual(22);
});

test('R179 a text is cited from the sheets that lean on it: the 1 % mechanism and its doubtful law lead to each other', async () => {
  const scheme = await read('/financements/un-pour-cent-energie');
  expect(scheme).toContain('href="/textes/loi-oudin-santini-2006"');
  expect(scheme).toContain('à vérifier');
  expect(await read('/textes/loi-oudin-santini-2006')).toContain('href="/financements/un-pour-cent-energie"');
});

test('R179 a text is verified by a person, on a day, and then says so', async () => {
  const db = await freshDatabase();
  const { request } = await openApp({ db });
  const { id } = await db.selectFrom('sheets').select('id').where('kind', '=', 'law').where('slug', '=', 'loi-2016-12-05').executeTakeFirstOrThrow();
  await db.transaction().execute((tx) => confirmLaw(tx, instance, id, { name: 'Une juriste', on: '2026-11-20' }));
  const html = await (await request('/textes/loi-2016-12-05')).text();
  expect(html).toContain('Vérifié par Une juriste le 20 novembre 2026.');
  expect(html).not.toContain('Ne fondez aucune décision');
});

test('money is an integer of the minor unit, in a currency', () => {
  const euros = { minor: 1_800_000_000, currency: 'EUR', qualifier: 'environ', per: 'year' } as const;
  expect(() => checkMoney(euros)).not.toThrow();
  for (const minor of [0.5, -1, Number.NaN]) expect(() => checkMoney({ ...euros, minor })).toThrow(RangeError);
  expect(() => checkMoney({ ...euros, currency: '€' })).toThrow(RangeError);
});

test('a rate is kept in thousandths, and is at most the whole', () => {
  expect(toPermille(1)).toBe(10);
  expect(toPermille(null)).toBeNull();
  for (const rate of [101, -1, 0.01]) expect(() => toPermille(rate)).toThrow(RangeError);
});
