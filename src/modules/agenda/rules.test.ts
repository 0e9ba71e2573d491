import { expect, test } from 'vitest';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import { bandOf, byDate, feedStatusOf, isInMonth, listMonths, nearestMonth, readMonth, roundYears } from './rules.ts';

const on = (start: string | null, end: string | null = null, state = 'held') => ({ state, start: start ? parsePartialDate(start) : null, end: end ? parsePartialDate(end) : null });

test('R065 a month knows what touches it: days, spans over its edge, and what has no day; never a year alone', () => {
  expect(isInMonth(on('2024-11-18', '2024-11-21'), '2024-11')).toBe(true);
  expect(isInMonth(on('2026-05-28', '2026-06-02'), '2026-06')).toBe(true);
  expect(isInMonth(on('2023-05'), '2023-05')).toBe(true);
  expect(isInMonth(on('2024'), '2024-01')).toBe(false);
  expect(isInMonth(on(null), '2024-01')).toBe(false);
});

test('months are read strictly, and the nearest one that has something is found', () => {
  expect([readMonth('2026-05'), readMonth('2026-13'), readMonth('2026-5'), readMonth('2026'), readMonth('abc')]).toEqual(['2026-05', undefined, undefined, undefined, undefined]);
  const months = listMonths([on('2023-09-18'), on('2023-05'), on('2024'), on(null)]);
  expect(months).toEqual(['2023-05', '2023-09']);
  expect([nearestMonth(months, '2023-06'), nearestMonth(months, '2026-11'), nearestMonth([], '2026-11')]).toEqual(['2023-09', '2023-09', undefined]);
});

test('what is known to the month comes after the days of that month, what has no date last', () => {
  const sorted = [on(null), on('2023-05'), on('2023-06-01'), on('2023-05-30')].sort(byDate);
  expect(sorted.map((one) => one.start?.value)).toEqual(['2023-05-30', '2023-05', '2023-06-01', undefined]);
});

test('R174 only what is confirmed or was held is drawn and told as certain', () => {
  expect(['held', 'confirmed', 'planned', 'tentative', 'mentioned', 'cancelled'].map(bandOf)).toEqual(['confirmed', 'confirmed', 'planned', 'considered', 'considered', undefined]);
  expect(['held', 'confirmed', 'planned', 'tentative', 'cancelled'].map(feedStatusOf)).toEqual(['CONFIRMED', 'CONFIRMED', 'TENTATIVE', 'TENTATIVE', 'CANCELLED']);
});

test('an anniversary is a round count of five years, never the year of departure', () => {
  expect([roundYears(1956, 2026), roundYears(1991, 2026), roundYears(1992, 2026), roundYears(2026, 2026)]).toEqual([70, 35, null, null]);
});
