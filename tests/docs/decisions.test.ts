import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('docs/decisions').filter((name) => name !== 'README.md').sort();

test('a decision has a number of its own and a name', () => {
  expect(files.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([]);
  expect(new Set(files.map((name) => name.slice(0, 4))).size).toBe(files.length);
});

test('a decision is dated and says its context, what was decided and what follows', () => {
  const wanting = files.flatMap((name) => {
    const text = readFileSync(`docs/decisions/${name}`, 'utf8');
    const missing = [/^# /m, /\b20\d\d-\d\d-\d\d\b/, /context/i, /decision/i, /consequences/i].filter((pattern) => !pattern.test(text));
    return missing.map((pattern) => `${name}: ${pattern}`);
  });
  expect(wanting).toEqual([]);
});
