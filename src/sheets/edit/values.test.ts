import { expect, test } from 'vitest';
import { findTypedCountries } from './countries.ts';
import type { FieldSpec } from './types.ts';
import { buildMarks, fromTold, isSame, listDifferent, parseMarks, toCanonical, toTold } from './values.ts';

const field = (type: FieldSpec['type'], more: Partial<FieldSpec> = {}): FieldSpec => ({ name: 'champ', type, ...more });

test('a value has one way to be written, whatever was typed', () => {
  const cases: [FieldSpec, string[], string[]][] = [
    [field('date'), ['7 juin 2000'], ['2000-06-07']],
    [field('date'), ['juin 2000'], ['2000-06']],
    [field('date'), ['jamais'], ['jamais']],
    [field('number'), ['1\u202f200,5'], ['1200.5']],
    [field('url'), ['exemple.fr/page'], ['https://exemple.fr/page']],
    [field('url'), ['javascript:alert(1)'], ['javascript:alert(1)']],
    [field('lines'), [' un \n\n deux '], ['un\ndeux']],
    [field('checkbox'), ['', 'on'], ['1']],
    [field('text'), ['  deux   mots\nici '], ['deux mots ici']],
    [field('select'), ['a', 'b'], ['a']],
    [field('themes'), ['', 'eau', 'eau', 'culture'], ['eau', 'culture']],
    [field('countries'), ['pe', 'ML'], ['PE']],
    [field('countries', { several: true }), ['pe', 'ML'], ['PE', 'ML']],
  ];
  for (const [spec, typed, expected] of cases) expect([spec.type, toCanonical(spec, typed)]).toEqual([spec.type, expected]);
});

test('the order of ticked boxes says nothing, the order of lines does', () => {
  expect(isSame(field('themes'), ['eau', 'culture'], ['culture', 'eau'])).toBe(true);
  expect(isSame(field('lines'), ['a\nb'], ['b\na'])).toBe(false);
  expect(isSame(field('text'), [], [''])).toBe(true);
});

test('an event tells a value and gives it back', () => {
  expect(toTold(field('text'), [' a '])).toBe('a');
  expect(toTold(field('text'), [])).toBe(null);
  expect(toTold(field('lines'), ['a\nb'])).toEqual(['a', 'b']);
  for (const [spec, values] of [[field('lines'), ['a\nb']], [field('themes'), ['eau']], [field('text'), []]] as const) expect(toCanonical(spec, fromTold(toTold(spec, values)))).toEqual(toCanonical(spec, values));
});

test('marks tell which field changed since a form was opened', () => {
  const fields = [field('text', { name: 'a' }), field('date', { name: 'b' })];
  const marks = parseMarks(buildMarks(fields, { a: ['x'], b: ['2000'] }));
  expect([...marks.keys()]).toEqual(['a', 'b']);
  expect(buildMarks(fields, { a: ['x'], b: ['2000'] })).toBe(buildMarks(fields, { a: [' x '], b: ['2000', ''] }));
  expect(listDifferent(fields, { a: ['x'], b: ['2000'] }, { a: ['x'], b: ['2001'] })).toEqual(['b']);
  expect(parseMarks('nonsense')).toEqual(new Map());
});

test('countries are found by their names in any of our languages', () => {
  expect(findTypedCountries('Pérou, mali; Germany')).toEqual({ known: ['PE', 'ML', 'DE'], unknown: [] });
  expect(findTypedCountries('Atlantide')).toEqual({ known: [], unknown: ['Atlantide'] });
});
