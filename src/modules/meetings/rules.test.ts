import { expect, test } from 'vitest';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import { checkDates, countAttendance, doesWeekdayAgree, isUnanswered, readWrittenDay, sortMeetings } from './rules.ts';

const date = (text: string) => parsePartialDate(text);

test('R171 the calendar says which weekday a written date was', () => {
  expect(readWrittenDay('Mardi 18 septembre 2023')).toEqual({ day: '2023-09-18', written: 2, real: 1 });
  expect(readWrittenDay('lundi 18 septembre 2023')).toEqual({ day: '2023-09-18', written: 1, real: 1 });
  expect(readWrittenDay('1er avril 2022')).toEqual({ day: '2022-04-01', written: null, real: 5 });
  expect(readWrittenDay('29 février 2024')?.real).toBe(4);
});

test('R171 a wrong weekday disagrees; no weekday, or no full date, says nothing', () => {
  expect(doesWeekdayAgree('Mardi 18 septembre 2023')).toBe(false);
  expect(doesWeekdayAgree('Mardi 19 septembre 2023')).toBe(true);
  expect(doesWeekdayAgree('19 septembre 2023')).toBe(true);
  expect(doesWeekdayAgree('septembre 2023')).toBe(true);
  expect(readWrittenDay('fin septembre 2023')).toBeUndefined();
  expect(() => readWrittenDay('30 février 2023')).toThrow(RangeError);
});

test('R065 a date known to the month is over when the month is, and not before', () => {
  expect(isUnanswered('planned', date('2023-05'), null, '2023-05-31')).toBe(false);
  expect(isUnanswered('planned', date('2023-05'), null, '2023-06-01')).toBe(true);
  expect(isUnanswered('held', date('2023-05'), null, '2026-01-01')).toBe(false);
  expect(isUnanswered('planned', null, null, '2026-01-01')).toBe(false);
  expect(isUnanswered('tentative', date('2024'), null, '2024-12-31')).toBe(false);
});

test('an end before its start is refused, whatever the precision', () => {
  expect(checkDates(date('2024-11-18'), date('2024-11-17'))).toEqual({ refused: 'endBeforeStart' });
  expect(checkDates(date('2024-11-18'), date('2024-11'))).toBeUndefined();
  expect(checkDates(undefined, date('2024'))).toBeUndefined();
});

test('R174 what was announced and whose date is over stands apart from what was held', () => {
  const meeting = (state: string, start: string | null) => ({ state, start: start ? date(start) : null, end: null });
  const sorted = sortMeetings([meeting('held', '2022-10'), meeting('planned', '2024'), meeting('tentative', '2027-05'), meeting('recurring', null)], '2026-11-22');
  expect(sorted.past.map((one) => one.state)).toEqual(['held']);
  expect(sorted.unanswered.map((one) => one.state)).toEqual(['planned']);
  expect(sorted.upcoming.map((one) => one.state)).toEqual(['tentative']);
  expect(sorted.undated.map((one) => one.state)).toEqual(['recurring']);
});

test('R169 authorities count once; a city and the body that bears its name may count as one', () => {
  const authority = (id: string, name: string, isCommune = false) => ({ isElected: false, authority: { id, name, isCommune } });
  const count = countAttendance([
    { ...authority('b', 'Bordeaux', true), isElected: true },
    authority('b', 'Bordeaux', true),
    authority('bm', 'Bordeaux Métropole'),
    authority('p', 'Poitiers', true),
    authority('gp', 'Communauté urbaine du Grand Poitiers'),
    authority('lr', 'Communauté d’agglomération de La Rochelle'),
    { isElected: false, authority: null },
  ]);
  expect(count).toMatchObject({ people: 7, elected: 1, authorities: 5, authoritiesMerged: 3 });
  expect(count.merged).toEqual([
    { commune: 'Bordeaux', body: 'Bordeaux Métropole' },
    { commune: 'Poitiers', body: 'Communauté urbaine du Grand Poitiers' },
  ]);
});
