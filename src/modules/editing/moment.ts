import { formatDay, formatHour, type Lang } from '~/platform/i18n/index.ts';

/** A moment of the database in France's day and hour: « 15 novembre 2026 à 12 h 04 » is the caller's sentence. */
export function toMoment(at: string): { day: string; time: string } {
  const moment = Temporal.Instant.fromEpochMilliseconds(Date.parse(at.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))).toZonedDateTimeISO('Europe/Paris');
  return { day: moment.toPlainDate().toString(), time: moment.toPlainTime().toString().slice(0, 5) };
}

export function formatMoment(lang: Lang, at: string): string {
  const { day, time } = toMoment(at);
  return `${formatDay(lang, day, { day: 'numeric', month: 'long', year: 'numeric' })}, ${formatHour(lang, time)}`;
}
