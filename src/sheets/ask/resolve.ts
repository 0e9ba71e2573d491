import type { Read } from '~/platform/db/index.ts';
import { findGoal } from '~/reference/index.ts';
import { findKindByGenre, labelOfType, listKinds } from '../kinds.ts';
import type { Reader } from '../visibility.ts';
import { filters, states, type Filter, type Question } from './question.ts';
import { findCountryCode, findThemeCode, findZoneCode } from './reference.ts';
import { findTerritory, listNearTerritories, type Territory } from './territory.ts';

/** A value that means nothing here: said to the person, never silently dropped. */
export interface Unknown {
  filter: Filter;
  value: string;
  /** What may have been meant. */
  near: { value: string; label: string }[];
}

export interface Resolved {
  /** Only what is known. */
  question: Question;
  territory?: Territory;
  unknown: Unknown[];
}

const checks: Record<Exclude<Filter, 'territory'>, (value: string, question: Question) => string | undefined> = {
  words: (value) => value,
  kind: (value) => findKindByGenre(value)?.genre,
  type: (value, { kind }) => {
    const kinds = listKinds().filter((spec) => !kind || spec.genre === kind || !findKindByGenre(kind));
    return kinds.some((spec) => labelOfType(spec.kind, value, 'fr') !== undefined) ? value : undefined;
  },
  country: findCountryCode,
  zone: findZoneCode,
  theme: findThemeCode,
  sdg: (value) => (/^\d{1,2}$/.test(value) ? findGoal(Number(value))?.n.toString() : undefined),
  state: (value) => states.find((one) => one === value),
  from: readYear,
  to: readYear,
};

function readYear(value: string): string | undefined {
  return /^\d{4}$/.test(value) ? value : undefined;
}

/** « tous » is said in a form for « whatever the state ». */
const everything: Partial<Record<Filter, string>> = { state: 'tous' };

/** Reads each value of a question; names typed by a person become the values of addresses. */
export async function resolve(db: Read, reader: Reader, asked: Question): Promise<Resolved> {
  const question: Record<string, string> = {};
  const unknown: Unknown[] = [];
  let territory: Territory | undefined;
  for (const filter of filters) {
    const value = asked[filter];
    if (value === undefined || value === everything[filter]) continue;
    if (filter === 'territory') {
      territory = await findTerritory(db, reader, value);
      if (territory) question[filter] = territory.slug;
      else unknown.push({ filter, value, near: await nearTerritories(db, reader, value) });
      continue;
    }
    const known = checks[filter](value, asked);
    if (known !== undefined) question[filter] = known;
    else unknown.push({ filter, value, near: [] });
  }
  return { question: question as Question, territory, unknown };
}

async function nearTerritories(db: Read, reader: Reader, value: string): Promise<Unknown['near']> {
  const near = await listNearTerritories(db, reader, value);
  return near.map((one) => ({ value: one.slug, label: one.context ? `${one.title}, ${one.context}` : one.title }));
}
