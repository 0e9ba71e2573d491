import { findMessage, translator, type Bundle, type Lang } from '~/platform/i18n/index.ts';
import type { Path } from '~/platform/http/paths.ts';
import type { ActSpec, CreateSpec, EditSpec } from './edit/types.ts';

/** Where a state stands in a life, whatever the kind of sheet. */
export type Phase = 'upcoming' | 'ongoing' | 'paused' | 'ended' | 'unknown';

export interface KindSpec {
  kind: string;
  /** The public word, in addresses and exports: `partenariat`. For keeps. */
  genre: string;
  path: Path<`/${string}/:slug`>;
  /** Keys read: `kind.one`, `kind.many` ({n}), `type.<type>`, `state.<state>`. */
  messages: Bundle;
  /** The phase of each state; a state that is not listed is `unknown`. */
  phases?: Record<string, Phase>;
  /** Ended states in which the thing took place: « tenue », « faite ». */
  accomplished?: readonly string[];
  /** States that warn: under way is good news of a partnership, not of an alert. */
  alarming?: readonly string[];
  /** Types that are shown beside a territory's sheets of this kind and not counted among them (decision 0080). */
  apart?: readonly string[];
  /** schema.org type for JSON-LD. */
  schema: string;
  /** What followers are told of beside what is common to all kinds: names of events after the dot (`minutes`, `opened`). Told by the message `history.<name>`. */
  told?: readonly string[];
  edit?: EditSpec;
  create?: CreateSpec;
  acts?: readonly ActSpec[];
}

let specs = new Map<string, KindSpec>();

/** Called once by the application with what its modules declare. */
export function registerKinds(kinds: readonly KindSpec[]): void {
  specs = new Map(kinds.map((spec) => [spec.kind, spec]));
}

export function listKinds(): KindSpec[] {
  return [...specs.values()];
}

export function getKind(kind: string): KindSpec {
  const spec = specs.get(kind);
  if (!spec) throw new RangeError(`No module declares the kind ${kind}`);
  return spec;
}

export function findKindByGenre(genre: string): KindSpec | undefined {
  return listKinds().find((spec) => spec.genre === genre);
}

export function phaseOf(kind: string, state: string | null | undefined): Phase | null {
  return state ? (specs.get(kind)?.phases?.[state] ?? 'unknown') : null;
}

export function sheetHref(kind: string, slug: string): string {
  return getKind(kind).path.href({ slug });
}

/** « Partenariat », « 21 partenariats ». */
export function labelOfKind(kind: string, lang: Lang, n?: number): string {
  const t = translator(getKind(kind).messages, lang);
  return n === undefined ? t('kind.one') : t('kind.many', { n });
}

export function labelOfType(kind: string, type: string | null, lang: Lang): string | undefined {
  return type ? findMessage(getKind(kind).messages, lang, `type.${type}`) : undefined;
}

export function labelOfState(kind: string, state: string | null, lang: Lang): string | undefined {
  return state ? findMessage(getKind(kind).messages, lang, `state.${state}`) : undefined;
}
