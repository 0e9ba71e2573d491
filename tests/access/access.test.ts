import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { localizePath } from '~/platform/i18n/index.ts';
import type { Route } from '~/platform/http/request.ts';
import { listKinds, sheetHref } from '~/sheets/index.ts';
import { updateSheet } from '~/sheets/index.ts';
import { instance } from '~/platform/events/index.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';

let opened: OpenedApp;
let request: OpenedApp['request'];
let routes: readonly Route[];
beforeAll(async () => {
  opened = await openApp();
  request = opened.request;
  routes = opened.app.routes;
});

/** One line a route: method, pattern, who may, an address that answers. */
interface Line {
  key: string;
  who: string;
  sample: string;
  /** Nothing in the demonstration has such an address: it answers 404. */
  absent: boolean;
}

const lines: Line[] = readFileSync('tests/access/routes.txt', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [method, pattern, who, sample, absent] = line.split(/\s+/);
    return { key: `${method} ${pattern}`, who: who!, sample: sample!, absent: absent === 'absent' };
  });

const keyOf = (route: Route) => `${route.method} ${route.pattern}`;

test('R194 every route is listed with who may, and the list names no other', () => {
  expect(routes.map((route) => `${keyOf(route)} ${route.who}`).sort()).toEqual(lines.map((line) => `${line.key} ${line.who}`).sort());
});

test('R194 nothing answers that no module declared', () => {
  const declared = new Set(routes.flatMap((route) => (['fr', 'en', 'es'] as const).map((lang) => localizePath(lang, route.pattern))));
  const others = [...new Set(opened.app.hono.routes.map((route) => route.path))].filter((pattern) => !declared.has(pattern) && !['/*', '*', '/assets/*'].includes(pattern));
  expect(others).toEqual([]);
});

test('R194 each route answers a visitor at its sample address, in each language', async () => {
  const wrong: string[] = [];
  for (const { key, sample, absent } of lines) {
    const route = routes.find((one) => keyOf(one) === key);
    if (!route || route.method !== 'get') continue;
    for (const lang of route.machine ? (['fr'] as const) : (['fr', 'en', 'es'] as const)) {
      const response = await request(localizePath(lang, sample));
      await response.arrayBuffer();
      if (absent ? response.status !== 404 : response.status >= 400) wrong.push(`${response.status} ${localizePath(lang, sample)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('R194 a draft answers 404 in every kind and every format', async () => {
  const drafts = await opened.db.selectFrom('sheets').select(['kind', 'slug']).where('visibility', '<>', 'public').execute();
  expect(drafts.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (const { kind, slug } of drafts) {
    const address = sheetHref(kind, slug);
    for (const target of [address, `/en${address}`, `${address}.json`, `${address}.csv`, `${address}.geojson`]) {
      const response = await request(target);
      if (response.status !== 404) wrong.push(`${response.status} ${target}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('what does not exist answers 404 in plain words, in every kind', async () => {
  for (const { path } of listKinds()) {
    const response = await request(path.href({ slug: 'il-n-y-a-rien-ici' }));
    expect([response.status, path.pattern]).toEqual([404, path.pattern]);
    expect(await response.text()).toContain('Cette page n’existe pas, ou vous n’y avez pas accès.');
  }
});

test('a broken or hostile address is a clear answer, never a failure', async () => {
  const hostile = ['/%', '/%E0%A4%A', '/territoires/%00', '/observatoire?q=%00', "/observatoire?q='--", '/observatoire?de=abcd&a=99999', '/observatoire?apres=zzz', '/territoires/..%2f..%2fetc', '/recherche?q=' + 'a'.repeat(5000), '/pays/zz', '/odd/99', '/agenda/2026-13', '/carte/99/0/0.pbf', '/carte/a/b/c.pbf', '/observatoire?genre=<script>', '/observatoire.json?odd=9999999999999', '//exemple.fr/', '/en/en/reseaux'];
  const wrong: string[] = [];
  for (const address of hostile) {
    const response = await request(address);
    const text = await response.text();
    if (response.status >= 500) wrong.push(`${response.status} ${address}`);
    if (text.includes('<script>')) wrong.push(`script in ${address}`);
  }
  expect(wrong).toEqual([]);
});

test('every page carries the strict policy, and nothing is sniffed or framed', async () => {
  for (const address of ['/', '/observatoire.json', '/n-existe-pas']) {
    const { headers } = await request(address);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
});

test('a kept page follows the data: a change is seen by the next request, and an unchanged page is not sent twice', async () => {
  const db = await freshDatabase();
  const { request: ask } = await openApp({ db });
  const tag = (await ask('/territoires/lima')).headers.get('etag')!;
  expect((await ask('/territoires/lima', { headers: { 'if-none-match': tag } })).status).toBe(304);
  const { id, version } = await db.selectFrom('sheets').select(['id', 'version']).where('kind', '=', 'territory').where('slug', '=', 'lima').executeTakeFirstOrThrow();
  await db.transaction().execute((tx) => updateSheet(tx, instance, id, version, { summary: 'Capitale du Pérou, changée à l’instant.' }));
  const after = await ask('/territoires/lima', { headers: { 'if-none-match': tag } });
  expect(after.status).toBe(200);
  expect(await after.text()).toContain('changée à l’instant');
});
