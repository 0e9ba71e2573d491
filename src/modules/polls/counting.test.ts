import { expect, test } from 'vitest';
import { buildResult } from './counting.ts';
import type { Ballot } from './types.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }));
const ranked = (...ids: string[]): Ballot => ({ choices: Object.fromEntries(ids.map((id, index) => [id, index + 1])), other: null });
const count = (ballots: Ballot[], method: 'single' | 'ranked' | 'dates', rule: 'borda' | 'runoff' | null = null) => buildResult({ method, rule, options, electors: 10 }, ballots);
const times = (n: number, ballot: Ballot) => Array.from({ length: n }, () => ballot);

test('R148 Borda gives most points to what suits most people, run-off to what a majority prefers: the same ballots, two winners', () => {
  const ballots = [...times(4, ranked('a', 'b', 'c')), ...times(3, ranked('b', 'c', 'a')), ...times(2, ranked('c', 'b', 'a'))];
  expect(count(ballots, 'ranked', 'borda')).toMatchObject({ first: ['b'], lines: [{ id: 'b', n: 12 }, { id: 'a', n: 8 }, { id: 'c', n: 7 }] });
  const runoff = count(ballots, 'ranked', 'runoff');
  expect(runoff.rounds).toEqual([{ counts: { a: 4, b: 3, c: 2 }, out: ['c'] }, { counts: { a: 4, b: 5 }, out: [] }]);
  expect(runoff.first).toEqual(['b']);
  expect(count([...times(5, ranked('a', 'b', 'c')), ...times(4, ranked('b', 'c', 'a'))], 'ranked', 'runoff').first).toEqual(['a']);
  expect(count([...times(3, ranked('a', 'b')), ...times(2, ranked('b', 'a'))], 'ranked', 'borda').lines[0]).toMatchObject({ id: 'a', n: 8 });
});

test('R148 in a run-off, the last ones that are equal leave together, and all equal stay all first', () => {
  const tied = count([ranked('a'), ranked('b'), ranked('c')], 'ranked', 'runoff');
  expect(tied).toMatchObject({ first: ['a', 'b', 'c'], rounds: [{ out: [] }] });
  const two = count([...times(2, ranked('a')), ranked('b', 'a'), ranked('c', 'a')], 'ranked', 'runoff');
  expect(two.rounds![0]!.out).toEqual(['b', 'c']);
  expect(two.first).toEqual(['a']);
});

test('R148 dates: the most « yes », then the fewest « no »; free answers that are alike count together and may come first', () => {
  const day = (a: number, b: number, c: number): Ballot => ({ choices: { a, b, c }, other: null });
  expect(count([day(2, 2, 0), day(2, 2, 1), day(0, 1, 2)], 'dates')).toMatchObject({ first: ['b'], lines: [{ id: 'b', n: 2, ifNeedBe: 1, no: 0 }, { id: 'a', n: 2, no: 1 }, { id: 'c' }] });
  const other = (text: string): Ballot => ({ choices: {}, other: text });
  expect(count([other('Agora'), other('agora '), { choices: { a: 1 }, other: null }], 'single')).toMatchObject({ first: ['Agora'], others: [{ text: 'Agora', n: 2 }] });
  expect(count([], 'single')).toMatchObject({ first: [], voted: 0, electors: 10 });
});
