import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((list) => Object.keys(manifest[list] ?? {}));
const rows = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|/gm)].map(([, name, licence, what]) => ({
  name: name!,
  licence: licence!.trim(),
  what: what!.trim(),
}));

test('docs/dependencies.md lists the packages of package.json, each once, and no other', () => {
  expect(rows.map((row) => row.name).sort()).toEqual([...wanted].sort());
});

test('each dependency says what it is for, under a licence that we accept', () => {
  const accepted = ['MIT', 'MIT-0', 'ISC', 'BSD-3-Clause', 'BSD-2-Clause', 'Apache-2.0', 'MPL-2.0', 'OFL-1.1', 'CC0-1.0', 'CC-BY-4.0'];
  expect(rows.filter((row) => !row.what || !accepted.includes(row.licence))).toEqual([]);
});

test('the licence written is the one that the installed package declares', () => {
  const wrong = rows.flatMap((row) => {
    const file = `node_modules/${row.name}/package.json`;
    if (!existsSync(file)) return [];
    const declared = (JSON.parse(readFileSync(file, 'utf8')) as { license?: string }).license;
    return declared === row.licence ? [] : [`${row.name}: ${row.licence}, declares ${declared}`];
  });
  expect(wrong).toEqual([]);
});

test('every version is exact', () => {
  const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((list) => Object.entries(manifest[list] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)));
  expect(loose).toEqual([]);
});
