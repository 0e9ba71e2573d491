import { findMessage, formatNumber, type Lang } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';

/** « environ 18 000 », « plus de 1 000 »: a value never leaves its qualifier. Whole numbers are grouped as the reader groups them, years are not. */
export function formatQualified(lang: Lang, value: string, qualifier: string | null, isYear = false): string {
  const shown = /^\d+$/.test(value) && !isYear ? formatNumber(lang, Number(value)) : value;
  return findMessage(messages, lang, `qualifier.${qualifier ?? 'exact'}`, { value: shown }) ?? shown;
}
