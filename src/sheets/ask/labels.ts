import { findCountry, countryName, goalName, themeName, zoneName } from '~/reference/index.ts';
import { findMessage, type Lang } from '~/platform/i18n/index.ts';
import { findKindByGenre, labelOfKind, labelOfType, listKinds } from '../kinds.ts';
import type { Dimension } from './catalogue.ts';
import { messages } from './messages.ts';
import { filtersOf, type Filter } from './question.ts';
import type { Resolved } from './resolve.ts';

/** « partenariats », from « 2 partenariats ». */
export function pluralOfKind(kind: string, lang: Lang): string {
  return labelOfKind(kind, lang, 2).replace(/^2\s*/, '');
}

export function labelOfGenre(genre: string, lang: Lang): string {
  const spec = findKindByGenre(genre);
  return spec ? pluralOfKind(spec.kind, lang) : genre;
}

/** A type belongs to a kind; a few kinds have types of the same name, and the same word for it. */
function labelOfAnyType(type: string, genre: string | undefined, lang: Lang): string {
  const kinds = listKinds().filter((spec) => !genre || spec.genre === genre);
  return kinds.map((spec) => labelOfType(spec.kind, type, lang)).find((label) => label !== undefined) ?? type;
}

/** The words for a value of a filter or of a count. */
export function labelOf(what: Filter | Dimension, value: string, lang: Lang, genre?: string): string {
  switch (what) {
    case 'kind': return labelOfGenre(value, lang);
    case 'type': return labelOfAnyType(value, genre, lang);
    case 'country': return findCountry(value) ? countryName(value, lang) : value;
    case 'zone': return zoneName(value, lang);
    case 'theme': return themeName(value, lang);
    case 'sdg': return `${value}. ${goalName(Number(value), lang)}`;
    case 'state': return findMessage(messages, lang, `state.${value}`) ?? value;
    case 'decade': return findMessage(messages, lang, 'decade', { decade: value })!;
    default: return value;
  }
}

export function labelOfTerritory({ territory }: Resolved): string | undefined {
  return territory && (territory.context ? `${territory.title}, ${territory.context}` : territory.title);
}

/** The question in a line of words: « partenariats · Bordeaux, Gironde (33) · Europe ». */
export function describe(resolved: Resolved, lang: Lang): string {
  const { question } = resolved;
  const words = (filter: Filter) => (filter === 'territory' ? labelOfTerritory(resolved) : filter === 'words' ? `« ${question.words} »` : labelOf(filter, question[filter]!, lang, question.kind));
  return filtersOf(question).map(words).join(' · ');
}
