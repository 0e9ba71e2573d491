import { formatDay, useView } from '~/platform/i18n/index.ts';

/** « 12 nov. 2026 », and the hour of France when there is one. */
export function Day({ iso, hour }: { iso: string; hour?: boolean }) {
  const { lang } = useView();
  const local = Temporal.Instant.from(iso.includes('T') || iso.includes(' ') ? new Date(iso).toISOString() : `${iso}T12:00:00Z`).toZonedDateTimeISO('Europe/Paris');
  const day = formatDay(lang, local.toPlainDate().toString(), { day: 'numeric', month: 'short', year: 'numeric' });
  return <time dateTime={iso}>{hour ? `${day}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}` : day}</time>;
}
