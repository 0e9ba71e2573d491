import type { PartialDate } from '~/platform/dates/partial.ts';
import type { Lang } from '~/platform/i18n/index.ts';

export type Visibility = 'public' | 'members' | 'group' | 'authority' | 'draft';
export type NameKind = 'title' | 'alias' | 'former' | 'acronym' | 'native' | 'misspelling' | 'code';

/** Where a fact is written: `{ document: 'bordeaux-strategie', locator: 'l. 40' }`. */
export interface Source {
  document: string;
  locator?: string;
}

export interface Place {
  /** `from` and `to` are the two ends of a thread. */
  role: 'at' | 'from' | 'to';
  territoryId?: string | null;
  label: string;
  lat?: number | null;
  lon?: number | null;
  approximate?: boolean;
}

export interface StateChange {
  state: string;
  /** When it became so, if known. */
  at?: PartialDate;
  reason?: string;
  note?: string;
  source?: Source;
}

export interface Fact {
  field: string;
  label?: string;
  value: string;
  unit?: string;
  /** `exact`, `environ`, `plus_de`, `pres_de`, `jusqua`. */
  qualifier?: string;
  observed?: PartialDate;
  /** False: another source says otherwise and was chosen. Default true. */
  chosen?: boolean;
  outdated?: boolean;
  note?: string;
  sources: Source[];
}

export interface SheetInput {
  id?: string;
  kind: string;
  type?: string | null;
  slug: string;
  title: string;
  /** Tells homonyms apart: « Gironde (33) », « Pérou ». */
  context?: string | null;
  summary?: string | null;
  /** Longer words, for searching only. */
  body?: string | null;
  lang?: Lang;
  names?: { name: string; kind: NameKind }[];
  ownerId?: string | null;
  visibility?: Visibility;
  /** Bodies and groups that see it as its owner does, when it is neither public nor for all members. */
  sharedWith?: string[];
  state?: StateChange;
  start?: PartialDate | null;
  startMeaning?: string | null;
  end?: PartialDate | null;
  /** ISO 3166-1 alpha-2. */
  countries?: string[];
  themes?: string[];
  sdgs?: number[];
  places?: Place[];
  links?: { role: string; to: string; note?: string }[];
  sources?: Source[];
  facts?: Fact[];
  toConfirm?: boolean;
  confirmedAt?: string | null;
  /** What is looked for more often comes first: a population, a count of links. */
  weight?: number;
}

export interface SheetRef {
  id: string;
  kind: string;
  slug: string;
}

/** What lists show of a sheet. */
export interface SheetSummary {
  id: string;
  num: number;
  kind: string;
  type: string | null;
  slug: string;
  title: string;
  context: string | null;
  summary: string | null;
  lang: string;
  state: string | null;
  phase: string | null;
  start: PartialDate | null;
  startMeaning: string | null;
  end: PartialDate | null;
  countries: string[];
  themes: string[];
  sdgs: number[];
  toConfirm: boolean;
  confirmedAt: string | null;
  updatedAt: string;
}
