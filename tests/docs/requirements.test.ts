import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}']);
const titles = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:test|it)(?:\.\w+(?:\([^)]*\))?)*\(\s*(['"`])((?:R\d{3}[, ]*)+.*?)\1\s*,/g)].map(([, , title]) => title!),
);
const named = new Set(titles.flatMap((title) => title.match(/R\d{3}/g) ?? []));
const rows = [...readFileSync('docs/requirements.md', 'utf8').matchAll(/^\| (R\d{3}) \| (.*) \| (core|expected|beyond) \| (built|partly|not yet) \| (.*?) \| (.*) \|$/gm)].map(
  ([, id, capability, priority, state, missing, tests]) => ({ id: id!, capability: capability!, priority: priority!, state: state!, missing: missing!, tests: tests! }),
);

test('docs/requirements.md has each of the 200 requirements once, in order', () => {
  expect(rows.map((row) => row.id)).toEqual(Array.from({ length: 200 }, (_, index) => `R${String(index + 1).padStart(3, '0')}`));
});

test('what is said to be built, wholly or partly, is named in the title of a test', () => {
  expect(rows.filter((row) => row.state !== 'not yet' && !named.has(row.id)).map((row) => row.id)).toEqual([]);
});

test('what a test names is not said to be « not yet »', () => {
  expect(rows.filter((row) => row.state === 'not yet' && named.has(row.id)).map((row) => row.id)).toEqual([]);
});

test('what is built only partly says what is missing', () => {
  expect(rows.filter((row) => (row.state === 'partly') !== (row.missing.trim() !== '')).map((row) => row.id)).toEqual([]);
});

test('the tests it lists exist: run « node scripts/requirements.mjs » after renaming one', () => {
  const known = titles.map((title) => title.replace(/^(?:R\d{3}[, ]*)+/, '').replaceAll('|', '\\|'));
  const gone = rows.flatMap((row) => {
    let left = row.tests;
    for (const title of known.toSorted((a, b) => b.length - a.length)) left = left.replaceAll(title, '');
    return left.replaceAll(';', '').trim() ? [`${row.id}: ${left.trim()}`] : [];
  });
  expect(gone).toEqual([]);
});
