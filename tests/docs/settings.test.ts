import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsTable } from '~/platform/settings.ts';

const names = Object.keys(settingsTable) as (keyof typeof settingsTable)[];

/** The first table of docs/operations.md: name, what it is for, value without it. */
function readOperations(): Map<string, { description: string; fallback: string }> {
  const rows = readFileSync('docs/operations.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+?) \|$/gm);
  return new Map([...rows].map(([, name, description, fallback]) => [name!, { description: description!, fallback: fallback! }]));
}

/** .env.example: the description as a comment, then the setting with its default, commented out. */
function readExample(): Map<string, { description: string; value: string }> {
  const entries = readFileSync('.env.example', 'utf8').matchAll(/^# (.+)\n#?([A-Z_]+)=(.*)$/gm);
  return new Map([...entries].map(([, description, name, value]) => [name!, { description: description!, value: value! }]));
}

test('docs/operations.md has every setting and no other', () => {
  expect([...readOperations().keys()].sort()).toEqual([...names].sort());
});

test('.env.example has every setting and no other', () => {
  expect([...readExample().keys()].sort()).toEqual([...names].sort());
});

test.each(names)('%s is described and has its default in both', (name) => {
  const { description, fallback } = settingsTable[name];
  const operations = readOperations().get(name)!;
  const example = readExample().get(name)!;
  expect(operations.description).toBe(description);
  expect(example.description).toBe(description);
  if (fallback !== undefined) {
    expect(operations.fallback).toBe(`\`${fallback}\``);
    expect(example.value).toBe(String(fallback));
  }
});
