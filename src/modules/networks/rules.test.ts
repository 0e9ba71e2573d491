import { describe, expect, test } from 'vitest';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import { clashes, isOver, isSameTerm, type Role, type Term } from './rules.ts';

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

test('R043 the same holders in the same role twice say nothing new, unless one came after the other', () => {
  const term = (since: string | null, until: string | null, holders = ['a']) => ({ role: 'board' as const, scope: null, since: since ? parsePartialDate(since) : null, until: until ? parsePartialDate(until) : null, holders });
  expect(isSameTerm(term('2018', null), term('2020', null))).toBe(true);
  expect(isSameTerm(term('2010', '2015'), term('2018', null))).toBe(false);
  expect(isSameTerm(term('2018', null), term('2018', null, ['b']))).toBe(false);
});

test.each([['2026', false], ['2026-10', true], ['2026-11-14', true], ['2025', true], ['2027', false]])('R044 on 15 November 2026, a role until %s is over: %s', (until, over) => {
  expect(isOver(parsePartialDate(until), '2026-11-15')).toBe(over);
});
