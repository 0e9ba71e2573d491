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
  return (one.state === 'tentative' || one.state === 'planned' || one.state === 'confirmed') && isOver(one, today);
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

/** How a calendar of days draws it. Undefined: it is not drawn. */
export function bandOf(state: string | null): 'confirmed' | 'planned' | 'considered' | undefined {
  if (state === 'cancelled') return undefined;
  if (state === 'held' || state === 'confirmed' || state === 'done') return 'confirmed';
  return state === 'planned' ? 'planned' : 'considered';
}

/** RFC 5545 knows three words. Announced is not confirmed: it stays tentative until somebody confirms. */
export function feedStatusOf(state: string | null): 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' {
  if (state === 'cancelled') return 'CANCELLED';
  return state === 'held' || state === 'confirmed' || state === 'done' ? 'CONFIRMED' : 'TENTATIVE';
}

/** A round count of five years in that year, or null. */
export function roundYears(startYear: number, year: number): number | null {
  const years = year - startYear;
  return years > 0 && years % 5 === 0 ? years : null;
}
