import { readDate } from '~/platform/dates/typed.ts';
import { findMessage, formatNumber, formatPartialDate, translator, useView, type Bundle, type Lang } from '~/platform/i18n/index.ts';
import { countryName, goalName, themeName } from '~/reference/index.ts';
import { messages } from './messages.ts';
import type { ReadyField } from './ready.ts';
import type { Choice, FieldSpec } from './types.ts';

export interface Wording {
  lang: Lang;
  messages: Bundle;
  /** Names of sheets, by id, among those that the reader may see. */
  names: ReadonlyMap<string, string>;
  choices?: readonly Choice[];
}

/** One value in the reader's words: codes by their labels, dates as one says them, sheets by their names. */
export function formatValue(field: FieldSpec, value: string, { lang, messages: words, names, choices = [] }: Wording): string {
  const t = translator(messages, lang);
  switch (field.type) {
    case 'date': {
      const date = readDate(value);
      return date ? formatPartialDate(lang, date) : value;
    }
    case 'number':
      return Number.isFinite(Number(value)) && Math.abs(Number(value)) >= 10_000 ? formatNumber(lang, Number(value)) : value;
    case 'checkbox':
      return t('value.yes');
    case 'sheets':
      return names.get(value) ?? t('value.unseen');
    case 'countries':
      return countryName(value, lang);
    case 'themes':
      return themeName(value, lang);
    case 'sdgs':
      return `${value}. ${goalName(Number(value), lang)}`;
    default:
      return choices.find(([code]) => code === value)?.[1] ?? findMessage(words, lang, `choice.${field.name}.${value}`) ?? value;
  }
}

/** The values of a field of a form, in one text. */
export function useShownValue(field: ReadyField): (values: readonly string[]) => string {
  const { lang } = useView();
  const names = new Map(field.seen.map((one) => [one.id, one.title]));
  const t = translator(messages, lang);
  return (values) =>
    values.length ? values.map((one) => formatValue(field.spec, one, { lang, messages: noMessages, names, choices: field.choices })).join(', ') : t(field.spec.type === 'checkbox' ? 'value.no' : 'value.none');
}

const noMessages: Bundle = { fr: {}, en: {}, es: {} };
