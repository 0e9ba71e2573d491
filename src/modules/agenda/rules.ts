import { earliestDay, latestDay, type PartialDate } from '~/platform/dates/partial.ts';

export interface Dated {
  state: string | null;
  start: PartialDate | null;
  end: PartialDate | null;
}

/** `2026-05`, or undefined for anything else. */
export function readMonth(text: string): string | undefined {
  if (!/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(text)) return undefined;
  return text;
}

export function monthAfter(month: string, by: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
}

/** Known to the day: it may be drawn on a day, and go into a calendar of days. */
export function hasDay({ start }: Dated): boolean {
  return start?.precision === 'day';
}

export function isOver(one: Dated, today: string): boolean {
  const last = one.end ?? one.start;
  return last !== null && latestDay(last) < today;
}

/** Announced, its date passed, and nobody has said since whether it was held. */
export function isUnanswered(one: Dated, today: string): boolean {
  return ['tentative', 'planned', 'confirmed', 'open'].includes(one.state ?? '') && isOver(one, today);
}

/** Touches the month by a known day, or is known to be in it without a day. A year alone is in no month. */
export function isInMonth({ start, end }: Dated, month: string): boolean {
  if (!start || start.precision === 'year') return false;
  return start.value.slice(0, 7) <= month && (end ?? start).value.slice(0, 7) >= month;
}

/** The months that have something, first to last. */
export function listMonths(entries: readonly Dated[]): string[] {
  return [...new Set(entries.flatMap(({ start }) => (start && start.precision !== 'year' ? [start.value.slice(0, 7)] : [])))].sort();
}

/** The nearest month that has something: after this one first, else before. */
export function nearestMonth(months: readonly string[], month: string): string | undefined {
  return months.find((one) => one > month) ?? months.findLast((one) => one < month);
}

/** By first possible day; what is known less exactly comes after what is known to the day. */
export function byDate(a: Dated, b: Dated): number {
  const key = ({ start }: Dated) => (start ? `${earliestDay(start).slice(0, 7)}${start.precision === 'day' ? start.value.slice(7) : '-99'}` : '9999');
  return key(a).localeCompare(key(b));
}

const isSure = (state: string | null) => state !== null && ['confirmed', 'open', 'held', 'minutes', 'done', 'reported', 'existing', 'announced'].includes(state);
// Postponed without a new day: whoever wrote the old one down must learn that it is off.
const isOff = (state: string | null) => state !== null && ['cancelled', 'postponed', 'declined'].includes(state);

/** How a calendar of days draws it. Undefined: it is not drawn. */
export function bandOf(state: string | null): 'confirmed' | 'planned' | 'considered' | undefined {
  if (isOff(state)) return undefined;
  if (isSure(state)) return 'confirmed';
  return state === 'planned' || state === 'accepted' ? 'planned' : 'considered';
}

/** RFC 5545 knows three words. Announced is not confirmed: it stays tentative until somebody confirms. */
export function feedStatusOf(state: string | null): 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' {
  if (isOff(state)) return 'CANCELLED';
  return isSure(state) ? 'CONFIRMED' : 'TENTATIVE';
}

/** A round count of five years in that year, or null. */
export function roundYears(startYear: number, year: number): number | null {
  const years = year - startYear;
  return years > 0 && years % 5 === 0 ? years : null;
}

/** A local hour as one reads it elsewhere: what time, and how many days later (-1, 0, 1). Null: the same hour. */
export function hourElsewhere(day: string, time: string, from: string, to: string): { time: string; shift: number } | null {
  const there = Temporal.ZonedDateTime.from(`${day}T${time}[${from}]`).withTimeZone(to);
  const shift = there.toPlainDate().since(Temporal.PlainDate.from(day)).days;
  const read = there.toPlainTime().toString({ smallestUnit: 'minute' });
  return shift === 0 && read === time.slice(0, 5) ? null : { time: read, shift };
}

/** « Europe/Paris » is read « Paris ». */
export function townOf(zone: string): string {
  return zone.split('/').at(-1)!.replaceAll('_', ' ');
}
