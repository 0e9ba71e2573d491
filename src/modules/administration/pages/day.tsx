import { formatDay, useView } from '~/platform/i18n/index.ts';

/** « 12 nov. 2026 », and the hour of France when there is one. */
export function Day({ iso, hour }: { iso: string; hour?: boolean }) {
  const { lang } = useView();
  // PostgreSQL writes a space where HTML wants a T
  const instant = iso.includes(':') ? new Date(iso).toISOString() : null;
  const local = Temporal.Instant.from(instant ?? `${iso}T12:00:00Z`).toZonedDateTimeISO('Europe/Paris');
  const day = formatDay(lang, local.toPlainDate().toString(), { day: 'numeric', month: 'short', year: 'numeric' });
  return <time dateTime={instant ?? iso}>{hour ? `${day}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}` : day}</time>;
}
