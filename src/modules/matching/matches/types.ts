import type { Reason } from '../weights.ts';

/** What the comparison knows of a member. Themes are those of the first level: what is narrower counts with them. */
export interface Profile {
  id: string;
  /** Cities and authorities abroad that it works with. */
  partners: readonly string[];
  /** ISO codes, France aside. */
  countries: readonly string[];
  /** Of its actions of this year. */
  yearThemes: readonly string[];
  seeks: readonly string[];
  offers: readonly string[];
  population: number | null;
  lat: number | null;
  lon: number | null;
  /** How many times it said that a reason is not one. */
  lessons: Partial<Record<Reason, number>>;
}

/** A reason of a pair, with its points and what it stands on: ids of partners, ISO codes, themes. */
export interface PairReason {
  code: Reason;
  points: number;
  /** Ids of sheets, ISO codes or slugs of themes. */
  of: string[];
  /** Of a complement: who seeks. Two complements the two ways are two reasons. */
  seeker?: string;
  km?: number;
}

export interface Pair {
  score: number;
  reasons: PairReason[];
}

/** What holds a group together: one partner, or one theme with those who seek and those who offer. */
export interface GroupReason {
  code: 'partner' | 'complement';
  of: string;
  seekers: string[];
  offerers: string[];
}

export interface Group {
  key: string;
  members: string[];
  score: number;
  reason: GroupReason;
}
