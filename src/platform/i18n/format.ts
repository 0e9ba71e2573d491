import type { PartialDate } from '~/platform/dates/partial.ts';
import { localeOf, type Lang } from './messages.ts';

const cache = new Map<string, unknown>();

function once<T>(key: string, make: () => T): T {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}

export function formatNumber(lang: Lang, value: number, options: Intl.NumberFormatOptions = {}): string {
  return once(`n${lang}${JSON.stringify(options)}`, () => new Intl.NumberFormat(localeOf(lang), options)).format(value);
}

/** Money in integers of the currency's minor unit: 2000000 EUR cents is « 20 000 € ». */
export function formatMoney(lang: Lang, minorUnits: number, currency: string): string {
  const digits = minorUnits % 100 === 0 ? 0 : 2;
  return formatNumber(lang, minorUnits / 100, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Kilometres, rounded to 10 below 1 000 and to 100 above: a centre-to-centre distance is no finer. */
export function formatDistance(lang: Lang, kilometres: number): string {
  const step = kilometres < 1000 ? 10 : 100;
  return formatNumber(lang, Math.round(kilometres / step) * step, { style: 'unit', unit: 'kilometer' });
}

export function formatList(lang: Lang, items: string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return once(`l${lang}${type}`, () => new Intl.ListFormat(localeOf(lang), { type })).format(items);
}

export function compareText(lang: Lang): (a: string, b: string) => number {
  return once(`c${lang}`, () => new Intl.Collator(localeOf(lang))).compare;
}

const shapes: Record<string, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

/** « 4 avril 2023 », « novembre 2022 », « 2022 »: only what is known. `weekday` adds the day's name to a full date. */
export function formatPartialDate(lang: Lang, date: PartialDate, { weekday = false } = {}): string {
  if (date.precision === 'year') return date.value;
  const shape = date.precision === 'day' && weekday ? 'weekday' : date.precision;
  const iso = date.precision === 'month' ? `${date.value}-01` : date.value;
  return formatDay(lang, iso, shapes[shape]!);
}

/** One ISO day by any Intl options, read as that day everywhere. */
export function formatDay(lang: Lang, iso: string, options: Intl.DateTimeFormatOptions): string {
  const text = once(`d${lang}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone: 'UTC' })).format(
    new Date(`${iso}T00:00:00Z`),
  );
  // Intl writes « 1 décembre »
  return lang === 'fr' && (options.dateStyle || (options.day && options.month)) ? text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ') : text;
}

/** « lundi 18 – mardi 19 septembre 2023 »: what two days share is said once. */
export function formatDayRange(lang: Lang, from: string, to: string, options: Intl.DateTimeFormatOptions): string {
  const at = (iso: string) => new Date(`${iso}T00:00:00Z`);
  return once(`r${lang}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone: 'UTC' })).formatRange(at(from), at(to));
}

/** A local hour, `14:30:00`: « 14 h 30 », « 16 h », and 14:30 elsewhere. */
export function formatHour(lang: Lang, time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  if (lang !== 'fr') return `${Number(hour)}:${minute}`;
  return minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
}
