import { beforeAll, expect, test } from 'vitest';
import type { Db } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { createSheet, updateSheet, type SheetRef } from '~/sheets/index.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';

let app: OpenedApp;
let db: Db;
let draft: SheetRef;
const title = 'Xanadu et Bordeaux';

beforeAll(async () => {
  db = await freshDatabase();
  app = await openApp({ db });
  const [bordeaux] = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'bordeaux').execute();
  draft = await db.transaction().execute((tx) =>
    createSheet(tx, instance, {
      kind: 'partnership', type: 'jumelage', slug: 'xanadu-bordeaux', title, countries: ['FR', 'MN'], visibility: 'draft', state: { state: 'active' }, summary: 'Un jumelage qui n’est pas encore décidé.',
      places: [{ role: 'to', label: 'Xanadu', lat: 42.35, lon: 116.18 }], links: [{ role: 'french', to: bordeaux!.id }],
    }),
  );
});

const question = 'genre=partenariat&territoire=bordeaux&pays=MN';
const ways: Record<string, string> = {
  page: `/observatoire?${question}&lecture=liste`,
  map: `/observatoire?${question}`,
  json: `/observatoire.json?${question}`,
  csv: `/observatoire.csv?${question}`,
  geojson: `/observatoire.geojson?${question}`,
  tile: `/carte/0/0/0.pbf?${question}`,
  search: '/recherche?q=xanadu',
  news: '/nouveautes',
  feed: '/nouveautes.atom',
  'feed of the question': `/nouveautes.atom?${question}`,
};

async function listWaysThatShow(words: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, path] of Object.entries(ways)) {
    const response = await app.request(path);
    expect([200, name]).toEqual([response.status, name]);
    // what was asked is repeated by the page: only the answer counts
    if ((await response.text()).replaceAll('« xanadu »', '').includes(words)) found.push(name);
  }
  return found;
}

const statusOf = async (path: string) => (await app.request(path)).status;
const files = ['/partenariats/xanadu-bordeaux.json', '/partenariats/xanadu-bordeaux.csv', '/partenariats/xanadu-bordeaux.geojson'];
const setVisibility = (version: number, visibility: 'public' | 'draft' | 'members') => db.transaction().execute((tx) => updateSheet(tx, instance, draft.id, version, { visibility }));
const inSitemap = async () => {
  const index = await (await app.request('/sitemap.xml')).text();
  const parts = [...index.matchAll(/<loc>http:\/\/jumelles\.test([^<]+)<\/loc>/g)].map(([, path]) => path!);
  for (const path of parts) if ((await (await app.request(path)).text()).includes('xanadu-bordeaux')) return true;
  return false;
};

test('R194 a draft is nowhere: page, list, map, tile, search, feed, exports, sitemap', async () => {
  expect(await listWaysThatShow('Xanadu')).toEqual([]);
  for (const file of files) expect(await statusOf(file)).toBe(404);
  expect(await inSitemap()).toBe(false);
  const { total } = (await (await app.request('/observatoire.json?genre=partenariat&territoire=bordeaux')).json()) as { total: number };
  expect(total).toBe(21);
});

test('R194 published, it is everywhere at once; taken back, nowhere again', async () => {
  await setVisibility(1, 'public');
  expect(await listWaysThatShow('Xanadu')).toEqual(Object.keys(ways));
  for (const file of files) expect(await statusOf(file)).toBe(200);
  expect(await inSitemap()).toBe(true);
  await setVisibility(2, 'members');
  expect(await listWaysThatShow('Xanadu')).toEqual([]);
  expect(await inSitemap()).toBe(false);
});
