import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import glossary from '~root/db/reference/glossary.json';

test('docs/glossary.md says what the glossary page says, term for term', () => {
  const rows = readFileSync('docs/glossary.md', 'utf8').split('\n').filter((line) => line.startsWith('| ')).slice(1);
  expect(rows).toEqual(glossary.map((term) => `| ${[term.fr, term.en, term.es, `\`${term.identifier.replaceAll('|', '\\|')}\``].join(' | ')} |`));
});

test('a term is there once, in each of the three languages', () => {
  for (const key of ['id', 'fr'] as const) expect(new Set(glossary.map((term) => term[key])).size).toBe(glossary.length);
  expect(glossary.filter((term) => !term.fr.trim() || !term.en.trim() || !term.es.trim())).toEqual([]);
});
