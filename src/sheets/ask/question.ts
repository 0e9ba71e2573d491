import { buildQuery } from '~/platform/http/paths.ts';

/** What is asked, whatever the page, the map, the feed or the file that answers. All conditions hold together. */
export interface Question {
  words?: string;
  /** Public word of a kind: `partenariat`. */
  kind?: string;
  type?: string;
  /** Slug of a territory. */
  territory?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  zone?: string;
  theme?: string;
  /** 1 to 17. */
  sdg?: string;
  state?: State;
  /** First and last year in which it began. */
  from?: string;
  to?: string;
}

export type Filter = keyof Question;

/** The words of the address, for keeps. */
export const parameters: Readonly<Record<Filter, string>> = {
  words: 'q', kind: 'genre', type: 'type', territory: 'territoire', country: 'pays', zone: 'zone', theme: 'theme', sdg: 'odd', state: 'etat', from: 'de', to: 'a',
};
export const filters = Object.keys(parameters) as Filter[];

export const states = ['en-cours', 'a-venir', 'en-pause', 'termine', 'inconnu'] as const;
export type State = (typeof states)[number];

/** Phase of a sheet, as the address says it. */
export const stateOfPhase: Readonly<Record<string, State>> = { ongoing: 'en-cours', upcoming: 'a-venir', paused: 'en-pause', ended: 'termine', unknown: 'inconnu' };

/** The question of an address, as it was written: nothing is checked yet. */
export function readQuestion(params: URLSearchParams): Question {
  const question: Record<string, string> = {};
  for (const filter of filters) {
    const value = params.get(parameters[filter])?.trim().slice(0, 200);
    if (value) question[filter] = value;
  }
  return question as Question;
}

/** As parameters of an address, always in the same order: one question, one address. */
export function toParameters(question: Question): Record<string, string | undefined> {
  return Object.fromEntries(filters.map((filter) => [parameters[filter], question[filter]]));
}

export function toQuery(question: Question, more: Record<string, string | undefined> = {}): string {
  return buildQuery({ ...toParameters(question), ...more });
}

/** The same question with something else in one or several places; undefined takes a filter away. */
export function change(question: Question, changes: Partial<Question>): Question {
  return { ...question, ...changes };
}

export function filtersOf(question: Question): Filter[] {
  return filters.filter((filter) => question[filter] !== undefined);
}
