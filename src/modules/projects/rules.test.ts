import { expect, test } from 'vitest';
import { findUnanswered, isTakenBack, type Marks } from './rules.ts';

const answered: Marks = { rights: 'clear', rightsNote: null, gender: 'significant', genderNote: null };

test.each([
  [{ rights: null }, 'rights-missing'],
  [{ gender: null }, 'gender-missing'],
  [{ rights: 'watch' }, 'rights-note'],
  [{ rights: 'not-applicable' }, 'rights-note'],
  [{ gender: 'not-applicable' }, 'gender-note'],
  [{ rights: 'not-applicable', rightsNote: 'Matériel seulement.' }, undefined],
  [{}, undefined],
] as [Partial<Marks>, string | undefined][])('R118 R119 before publishing, %j wants %s', (marks, refused) => {
  expect(findUnanswered({ ...answered, ...marks })?.refused).toBe(refused);
});

test('R118 an answer may change; it may not go back to nothing', () => {
  expect(isTakenBack(answered, { ...answered, rights: 'purpose' })).toBe(false);
  expect(isTakenBack(answered, { ...answered, gender: null })).toBe(true);
  expect(isTakenBack({ ...answered, rights: null }, { ...answered, rights: null })).toBe(false);
});
