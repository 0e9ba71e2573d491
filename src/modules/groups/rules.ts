import type { PartialDate } from '~/platform/dates/partial.ts';

/** The day in France of an instant that the database gave, or that day as it is. */
export function dayOf(at: string): PartialDate {
  const day = at.length === 10 ? at : Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  return { value: day, precision: 'day' };
}

/** A guest stays at most two years: longer is a member. */
const longestStay = { years: 2 };

/** A last day as a form gives it: today or later, within two years. */
export function parseLastDay(text: string, today: string): { until: string } | { fault: 'until.missing' | 'until.past' | 'until.far' } {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { fault: 'until.missing' };
  let day: Temporal.PlainDate;
  try {
    day = Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return { fault: 'until.missing' };
  }
  const now = Temporal.PlainDate.from(today);
  if (Temporal.PlainDate.compare(day, now) < 0) return { fault: 'until.past' };
  return Temporal.PlainDate.compare(day, now.add(longestStay)) > 0 ? { fault: 'until.far' } : { until: text };
}
