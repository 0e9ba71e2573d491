import { beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp();
});

interface Answer {
  total: number;
  facets: Record<string, Record<string, number>>;
  items: { id: string; kind: string; type: string; title: string; url: string; countries: string[]; places: { name: string }[]; state: string; start: { value: string; precision: string } | null; sources: { title: string }[] }[];
  next: string | null;
  apart: { title: string }[];
}

async function get(query: string): Promise<Answer> {
  const response = await app.request(`/observatoire.json?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

test('J1.2 R021 R022 Bordeaux has 21 partnerships, 13 twinnings and 8 agreements, without Cuba, Comodoro Rivadavia or Nouakchott', async () => {
  const { total, facets, items, next, apart } = await get('genre=partenariat&territoire=bordeaux');
  expect(total).toBe(21);
  expect(facets.type).toEqual({ jumelage: 13, 'accord-de-cooperation': 8 });
  expect(items).toHaveLength(21);
  expect(next).toBeNull();
  expect(items.map((item) => item.title).join()).not.toMatch(/Cuba|Comodoro|Nouakchott/);
  expect(apart.map((item) => item.title)).toEqual(['Bordeaux – Nouakchott']);
});

test('R009 JSON keys and values are those that the address promises', async () => {
  const { items } = await get('genre=partenariat&territoire=bordeaux&pays=PE');
  const [lima] = items as [Answer['items'][number]];
  expect(lima).toMatchObject({ kind: 'partenariat', type: 'jumelage', title: 'Bordeaux – Lima', countries: ['PE'], state: 'en-cours', start: { value: '1956', precision: 'year' }, license: 'etalab-2.0' });
  expect(lima.url).toBe('http://jumelles.test/partenariats/bordeaux-lima');
  expect(lima.places.map((place) => place.name)).toEqual(['Bordeaux', 'Lima']);
  expect(lima.sources.length).toBeGreaterThan(0);
});

test('R009 pages of JSON lead to one another and give each sheet once', async () => {
  const seen: string[] = [];
  const first = await get('genre=territoire&q=saint-denis');
  let page: Answer | undefined = first;
  for (let pages = 0; page && pages < 10; pages++) {
    seen.push(...page.items.map((item) => item.id));
    page = page.next ? await get(new URL(page.next).search.slice(1)) : undefined;
  }
  expect(seen).toHaveLength(first.total);
  expect(new Set(seen).size).toBe(first.total);
});

test('R200 an unknown value is refused to programs rather than widening the answer', async () => {
  const response = await app.request('/observatoire.json?genre=partenariat&territoire=bordeaus');
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: 'unknown value', unknown: [{ filter: 'territory', value: 'bordeaus', near: expect.arrayContaining(['bordeaux']) }] });
});

test('R200 CSV holds the whole question in French conventions, with sources and licence', async () => {
  const response = await app.request('/observatoire.csv?genre=partenariat&territoire=bordeaux');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
  expect(lines).toHaveLength(22);
  expect(lines[0]).toMatch(/^identifiant;genre;type;titre;/);
  const lima = lines.find((line) => line.includes('Bordeaux – Lima'))!;
  expect(lima).toMatch(/;Pérou;PE;/);
  expect(lima).toMatch(/;-12,\d+;-77,\d+;/);
  expect(lima).toContain('Licence Ouverte 2.0');
  expect(response.headers.get('content-disposition')).toContain('jumelles-partenariat-bordeaux.csv');
});

test('R200 GeoJSON has points and threads; a sheet without coordinates is there without geometry', async () => {
  const response = await app.request('/observatoire.geojson?genre=partenariat');
  const { type, total, features } = (await response.json()) as { type: string; total: number; features: { id: string; geometry: { type: string } | null; properties: { feature: string; title: string } }[] };
  expect([type, total]).toEqual(['FeatureCollection', 44]);
  expect(features.filter((one) => one.properties.feature === 'place')).toHaveLength(44);
  expect(features.filter((one) => one.geometry === null).map((one) => one.properties.title)).toEqual(['Houdan – Bailar']);
  expect(features.filter((one) => one.properties.feature === 'thread')).toHaveLength(43);
});

test('R010 a tile holds the answer to its question, and only that', async () => {
  const tile = async (query: string) => new TextDecoder('latin1').decode(new Uint8Array(await (await app.request(`/carte/0/0/0.pbf?${query}`)).arrayBuffer()));
  const lima = await tile('genre=partenariat&territoire=bordeaux');
  expect(lima).toContain('/partenariats/bordeaux-lima');
  expect(lima).not.toContain('toulouse-');
  expect(await tile('genre=partenariat&territoire=toulouse')).not.toContain('bordeaux-lima');
  expect((await app.request('/carte/2/9/0.pbf')).status).toBe(404);
});
