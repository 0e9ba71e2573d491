import { describe, expect, test } from 'vitest';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import { effectOf, isMultiYear, isOutsidePeriod, isPeriodOver, mayBecome, mayCount, stateToShow } from './rules.ts';

const date = (text: string | null) => (text ? parsePartialDate(text) : null);
const span = (start: string | null, end: string | null = null) => ({ start: date(start), end: date(end) });

describe('R058 an action whose time has passed is not said to be planned or under way', () => {
  test.each<[string, string, string | null, string | null, string, string]>([
    ['planned for May 2023, read in April', 'planned', '2023-05', null, '2023-04-04', 'planned'],
    ['planned for May 2023, read on its last day', 'planned', '2023-05', null, '2023-05-31', 'planned'],
    ['planned for May 2023, read in June', 'planned', '2023-05', null, '2023-06-01', 'to-confirm'],
    ['planned, nobody knows when', 'planned', null, null, '2026-11-22', 'planned'],
    ['under way until 2024, read in 2026', 'ongoing', '2022', '2024', '2026-11-22', 'to-confirm'],
    ['under way since 2022, no end', 'ongoing', '2022', null, '2026-11-22', 'ongoing'],
    ['being finalised, no date', 'finalising', null, null, '2026-11-22', 'finalising'],
    ['done', 'done', '2022-11', null, '2026-11-22', 'done'],
  ])('%s', (_, state, start, end, today, expected) => {
    expect(stateToShow({ state, ...span(start, end) }, today)).toBe(expected);
  });
});

describe('R057 a date outside the period of the strategy is flagged when it is certain', () => {
  const period = span('2020', '2026');
  test.each<[string, string | null, string | null, boolean]>([
    ['inside', '2022-11', null, false],
    ['first year', '2020', null, false],
    ['before', '2019', null, true],
    ['after', '2027-01', null, true],
    ['ends after', '2025', '2028', true],
    ['unknown', null, null, false],
  ])('%s', (_, start, end, expected) => {
    expect(isOutsidePeriod(span(start, end), period)).toBe(expected);
  });
  test('a strategy without an end has no after', () => expect(isOutsidePeriod(span('2040'), span('2022-10'))).toBe(false));
});

test('R057 an action counts for the objectives of its own authority', () => {
  expect(mayCount(['bordeaux'], ['bordeaux'])).toBe(true);
  expect(mayCount(['bordeaux', 'bordeaux-metropole'], ['bordeaux-metropole'])).toBe(true);
  expect(mayCount(['toulouse'], ['bordeaux'])).toBe(false);
  expect(mayCount([], ['bordeaux'])).toBe(false);
});

test('R063 a roadmap presented in April takes effect in October', () => {
  const roadmap = { effectiveFrom: parsePartialDate('2022-10') };
  expect(effectOf(roadmap, '2022-04-01')).toBe('to-come');
  expect(effectOf(roadmap, '2022-09-30')).toBe('to-come');
  expect(effectOf(roadmap, '2022-10-01')).toBe('date-passed');
  expect(effectOf({ effectiveFrom: null }, '2022-10-01')).toBe('none');
});

test('R062 a period is over after its last day', () => {
  expect(isPeriodOver(span('2019', '2021'), '2021-12-31')).toBe(false);
  expect(isPeriodOver(span('2019', '2021'), '2022-01-01')).toBe(true);
  expect(isPeriodOver(span('2022'), '2050-01-01')).toBe(false);
});

test.each([['2020', '2026', true], ['2020', '2020', false], ['2020-09', '2021-06', true], ['2020', null, false]])('R053 from %s to %s is several years: %s', (start, end, several) => {
  expect(isMultiYear({ start: parsePartialDate(start), end: end ? parsePartialDate(end) : null })).toBe(several);
});

test.each([['planned', 'done', true], ['finalising', 'planned', true], ['done', 'planned', false], ['ongoing', 'planned', false], ['done', 'ongoing', true]] as const)('R064 an action that is %s becomes %s: %s', (from, to, may) => {
  expect(mayBecome(from, to)).toBe(may);
});
