import { translator } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';
import type { VisitType } from './rules.ts';

/** Titles are in French, as all sheets are; the keeper may correct them. */
export function titleOf(type: VisitType, [from, to]: [from: string, to: string]): string {
  return translator(messages, 'fr')(`title.${type}`, { from, to });
}
