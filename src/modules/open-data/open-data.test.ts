import { XMLParser } from 'fast-xml-parser';
import { beforeAll, expect, test } from 'vitest';
import { listKinds } from '~/sheets/index.ts';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { escape } from './atom.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp();
});

const xml = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['entry', 'url', 'sitemap', 'link'].includes(name) });
const parse = async (path: string) => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return { type: response.headers.get('content-type'), data: xml.parse(await response.text()) };
};

test('R200 every kind of sheet has its JSON, CSV and GeoJSON beside its page', async () => {
  for (const spec of listKinds()) {
    const sheet = await app.db.selectFrom('sheets').select('slug').where('kind', '=', spec.kind).where('visibility', '=', 'public').where('merged_into', 'is', null).orderBy('num').executeTakeFirst();
    if (!sheet) continue;
    const address = spec.path.href({ slug: sheet.slug });
    const json = await app.request(`${address}.json`);
    expect([json.status, address]).toEqual([200, address]);
    expect(await json.json()).toMatchObject({ kind: spec.genre, url: `http://jumelles.test${address}` });
    expect((await (await app.request(`${address}.csv`)).text()).split('\r\n')[1]).toContain(spec.genre);
    expect(await (await app.request(`${address}.geojson`)).json()).toMatchObject({ type: 'FeatureCollection', total: 1 });
  }
});

test('R024 R198 the file of Bamako holds both years with their sources', async () => {
  const sheet = (await (await app.request('/partenariats/bordeaux-bamako.json')).json()) as { start: { value: string }; toConfirm: boolean; facts: { value: string; chosen: boolean; sources: { title: string; locator: string }[] }[] };
  expect([sheet.start.value, sheet.toConfirm]).toEqual(['2000', true]);
  const years = sheet.facts.filter((fact) => /^(1999|2000)$/.test(fact.value));
  expect(years.map((fact) => [fact.value, fact.chosen]).sort()).toEqual([['1999', false], ['2000', true]]);
  for (const fact of years) expect(fact.sources.length).toBeGreaterThan(0);
});

test('a file of no sheet is not found, and a page is not taken for one', async () => {
  expect((await app.request('/partenariats/nulle-part.json')).status).toBe(404);
  expect((await app.request('/rien/du-tout.json')).status).toBe(404);
  expect((await app.request('/partenariats/bordeaux-lima')).headers.get('content-type')).toContain('text/html');
});

test('the feed of what is new is Atom: identities that last, absolute addresses, the question it answers', async () => {
  const { type, data } = await parse('/nouveautes.atom?genre=partenariat&territoire=bordeaux');
  expect(type).toBe('application/atom+xml; charset=utf-8');
  expect(data.feed['@_xmlns']).toBe('http://www.w3.org/2005/Atom');
  expect(data.feed.title).toContain('partenariats · Bordeaux');
  expect(data.feed.entry).toHaveLength(21);
  for (const entry of data.feed.entry) {
    expect(entry.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(entry.link[0]['@_href']).toMatch(/^http:\/\/jumelles\.test\/partenariats\/bordeaux-/);
  }
});

test('what XML cannot hold is taken out of it', () => {
  expect(escape('a < b & "c" \u0000\u000B')).toBe('a &#60; b &#38; &#34;c&#34; ');
});

test('the sitemap lists every public sheet once, and robots.txt names it', async () => {
  const { data } = await parse('/sitemap.xml');
  const addresses: string[] = [];
  for (const { loc } of data.sitemapindex.sitemap) addresses.push(...(await parse(new URL(loc).pathname)).data.urlset.url.map((url: { loc: string }) => url.loc));
  const { n } = await app.db.selectFrom('sheets').select((eb) => eb.fn.countAll<number>().as('n')).where('visibility', '=', 'public').where('merged_into', 'is', null).executeTakeFirstOrThrow();
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.filter((address) => /\/[a-z]+\/[^/?]+$/.test(new URL(address).pathname))).toHaveLength(Number(n));
  expect(await (await app.request('/robots.txt')).text()).toContain('Sitemap: http://jumelles.test/sitemap.xml');
});

test('R197 the page about open data describes every filter and key in three languages', async () => {
  for (const [lang, words] of [['', 'Données ouvertes'], ['/en', 'Open data'], ['/es', 'Datos abiertos']] as const) {
    const html = await (await app.request(`${lang}/donnees`)).text();
    expect(html).toContain(words);
    for (const parameter of ['q', 'genre', 'type', 'territoire', 'pays', 'zone', 'theme', 'odd', 'etat', 'de', 'a', 'apres']) expect(html).toContain(`<code>${parameter}</code>`);
  }
});
