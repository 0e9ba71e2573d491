/** A date known only as far as its source tells it: no day is ever made up. */
export type Precision = 'day' | 'month' | 'year';

export interface PartialDate {
  /** ISO 8601, cut to what is known: `2022`, `2022-11` or `2022-11-07`. */
  value: string;
  precision: Precision;
}

const shapes: Record<Precision, RegExp> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
};

/** Reads `2022`, `2022-11` or `2022-11-07`; throws a RangeError on anything else, impossible days included. */
export function parsePartialDate(text: string): PartialDate {
  const precision = (Object.keys(shapes) as Precision[]).find((key) => shapes[key].test(text));
  if (!precision) throw new RangeError(`Not a date: ${text}`);
  if (precision === 'day') Temporal.PlainDate.from(text, { overflow: 'reject' });
  if (precision === 'month') Temporal.PlainYearMonth.from(text, { overflow: 'reject' });
  return { value: text, precision };
}

/** The same as parsePartialDate for what may be missing. */
export function findPartialDate(text: string | number | null | undefined): PartialDate | undefined {
  return text === null || text === undefined || text === '' ? undefined : parsePartialDate(String(text));
}

export function yearOf(date: PartialDate): number {
  return Number(date.value.slice(0, 4));
}

/** First day the date may mean, ISO: for sorting and filtering only, never for showing. */
export function earliestDay(date: PartialDate): string {
  return date.value + { day: '', month: '-01', year: '-01-01' }[date.precision];
}

/** Last day the date may mean, ISO. */
export function latestDay(date: PartialDate): string {
  if (date.precision === 'day') return date.value;
  if (date.precision === 'year') return `${date.value}-12-31`;
  const month = Temporal.PlainYearMonth.from(date.value);
  return month.toPlainDate({ day: month.daysInMonth }).toString();
}
