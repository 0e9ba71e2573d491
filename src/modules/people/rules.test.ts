import { expect, test } from 'vitest';
import { isSaidBy, mayBeNamed, standings } from './rules.ts';

const base = { named: true, consented: false, erased: false };

test('R195 elected people and ambassadors are named without being asked; nobody else is', () => {
  const named = standings.filter((standing) => mayBeNamed({ ...base, standing }));
  expect(named).toEqual(['elected', 'ambassador']);
});

test('R195 consent names anybody, and its withdrawal takes the name back', () => {
  expect(mayBeNamed({ ...base, standing: 'agent', consented: true })).toBe(true);
  expect(mayBeNamed({ ...base, standing: 'agent', consented: false })).toBe(false);
});

test('R195 whoever asked to be erased is never named, mayor or not', () => {
  for (const standing of standings) expect(mayBeNamed({ standing, named: true, consented: true, erased: true })).toBe(false);
});

test('R167 somebody whom the documents do not name has no name to show', () => {
  expect(mayBeNamed({ ...base, standing: 'ambassador', named: false })).toBe(false);
});

test('a function that another one begins with says nothing more', () => {
  expect(isSaidBy('Conseiller régional', 'Conseiller régional délégué à la coopération internationale')).toBe(true);
  expect(isSaidBy('Maire de Dijon', 'Président de Dijon Métropole')).toBe(false);
  expect(isSaidBy('Maire de Dijon', 'Maire de Dijon')).toBe(false);
});
