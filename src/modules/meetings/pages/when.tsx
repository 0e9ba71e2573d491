import { formatDay, formatDayRange, formatHour, formatPartialDate, useT, useView, type Lang, type Translate } from '~/platform/i18n/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import type { Hours } from '../queries.ts';

type Dates = Pick<SheetSummary, 'start' | 'end' | 'state'>;

/** Only what is known: a month says that the day is not. */
export function formatWhen(t: Translate<keyof typeof messages.fr>, lang: Lang, { start, end, state }: Dates): string {
  if (!start) return t(state === 'recurring' ? 'when.every' : 'when.unknown');
  if (start.precision === 'month') return t('when.monthOnly', { month: formatPartialDate(lang, start) });
  if (start.precision === 'year') return t('when.yearOnly', { year: start.value });
  if (end?.precision === 'day' && end.value !== start.value) return formatDayRange(lang, start.value, end.value, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return formatPartialDate(lang, start, { weekday: true });
}

export function When({ sheet }: { sheet: Dates }) {
  const t = useT(messages);
  const { lang } = useView();
  const text = formatWhen(t, lang, sheet);
  return sheet.start ? <time dateTime={sheet.start.value}>{text}</time> : <>{text}</>;
}

/** « 14 h 30 – 16 h ». */
export function formatHours(t: Translate<keyof typeof messages.fr>, lang: Lang, { starts, ends }: Hours): string | undefined {
  if (!starts) return undefined;
  return ends ? t('hours', { from: formatHour(lang, starts), to: formatHour(lang, ends) }) : t('hours.from', { from: formatHour(lang, starts) });
}

/** « lundi 18 » in a programme that has said its month. */
export function formatShortDay(lang: Lang, iso: string): string {
  return formatDay(lang, iso, { weekday: 'long', day: 'numeric' });
}
