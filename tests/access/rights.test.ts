import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { findReader } from '~/modules/accounts/index.ts';
import { findKindByGenre, findRight, findSheet } from '~/sheets/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';

const [head, ...rows] = readFileSync('tests/access/rights.txt', 'utf8').split('\n').filter((line) => line && !line.startsWith('# What')).map((line) => line.replace(/^# /, '').trim().split(/\s+/));
const personas = head!.slice(1);
const visitors = new Map<string, Visitor>();
let app: OpenedApp;

beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  for (const persona of personas) visitors.set(persona, await app.signIn(persona));
});

const readerOf = (persona: string) => findReader(app.db, visitors.get(persona)!.cookies.get('session')!);

test('R194 what each kind of person may do with a sheet is what the table says', async () => {
  const wrong: string[] = [];
  for (const [sheet, ...expected] of rows) {
    const [genre, slug] = sheet!.split('/') as [string, string];
    for (const [index, persona] of personas.entries()) {
      const reader = await readerOf(persona);
      const found = await findSheet(app.db, reader, findKindByGenre(genre)!.kind, slug);
      if (!found || 'movedTo' in found) throw new Error(`${sheet} is not there for ${persona}`);
      const right = (await findRight(app.db, reader, found.id)) ?? '-';
      if (right !== expected[index]) wrong.push(`${sheet} ${persona}: ${right}, the table says ${expected[index]}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('R194 R008 a right opens the page of correction, without one it does not exist', async () => {
  const wrong: string[] = [];
  for (const [sheet, ...expected] of rows) {
    const { edit } = findKindByGenre(sheet!.split('/')[0]!)!;
    for (const [index, persona] of personas.entries()) {
      const { status } = await visitors.get(persona)!.get(`/fiches/${sheet}/modifier`);
      const wanted = edit && expected[index] !== '-' ? 200 : 404;
      if (status !== wanted) wrong.push(`${sheet} ${persona}: ${status} instead of ${wanted}`);
    }
    const signedOut = await app.request(`/fiches/${sheet}/modifier`);
    if (signedOut.status !== 303) wrong.push(`${sheet}, signed out: ${signedOut.status}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('R194 a page shows no gesture that it would refuse: each link of a sheet opens, for everybody', async () => {
  const wrong: string[] = [];
  for (const [sheet] of rows) {
    const [genre, slug] = sheet!.split('/') as [string, string];
    const address = findKindByGenre(genre)!.path.href({ slug });
    for (const persona of personas) {
      const visitor = visitors.get(persona)!;
      const page = await (await visitor.get(address)).text();
      for (const [, href] of page.matchAll(/href="(\/fiches\/[^"]+)"/g)) {
        const { status } = await visitor.get(href!.replaceAll('&amp;', '&'));
        if (status !== 200) wrong.push(`${persona} on ${address}: ${href} answers ${status}`);
      }
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);
