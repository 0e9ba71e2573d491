import { describe, expect, test } from 'vitest';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import { clashes, type Role, type Term } from './rules.ts';

function term(role: Role, scope: string | null, since: string | null, until: string | null = null): Term {
  return { role, scope, since: since ? parsePartialDate(since) : null, until: until ? parsePartialDate(until) : null };
}

describe('R047 one presidency of one thing at a time, unless held together', () => {
  test.each<[string, Term, Term, boolean]>([
    ['two presidents from the same year on', term('presidency', null, '2022'), term('presidency', null, '2022'), true],
    ['one presides without end, another comes later', term('presidency', null, '2019'), term('presidency', null, '2025'), true],
    ['nobody knows since when the first presides', term('presidency', null, null), term('presidency', null, '2025'), true],
    ['the first has left before', term('presidency', null, '2019', '2021'), term('presidency', null, '2022'), false],
    ['one leaves and the other comes in the same year', term('presidency', null, '2019', '2022'), term('presidency', null, '2022'), false],
    ['the days overlap', term('presidency', null, '2019-01-01', '2022-06-30'), term('presidency', null, '2022-06-01'), true],
    ['two commissions', term('commission-presidency', 'eau', '2021'), term('commission-presidency', 'climat', '2021'), false],
    ['one commission, written in two ways', term('commission-presidency', 'Égalité', '2021'), term('commission-presidency', 'egalite ', '2021'), true],
    ['the network and one of its commissions', term('presidency', null, '2021'), term('commission-presidency', null, '2021'), false],
    ['two members of a board', term('board', null, '2021'), term('board', null, '2021'), false],
  ])('%s', (_, one, other, expected) => {
    expect(clashes(one, other)).toBe(expected);
    expect(clashes(other, one)).toBe(expected);
  });
});
