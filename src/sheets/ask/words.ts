import { sql, type Read } from '~/platform/db/index.ts';
import { Bits, intersect } from './bits.ts';
import type { Catalogue } from './catalogue.ts';

/** Where the words of a question were found, and how well. */
export interface Hits {
  lexemes: string[];
  /** All the words. */
  bits: Bits;
  /** By place in the catalogue. Above 1: the words are the very name of the sheet. */
  scores: Float32Array;
}

// A word in a name says more than one in a context, a summary, a body.
const worth = [1, 0.45, 0.25, 0.1] as const;
const exactName = 1;
// French stop words of PostgreSQL lack « les », whose stem is « le ».
const silent = new Set(['le']);
const year = /^(?:1[89]|20)\d\d$/;

const kept = new WeakMap<Catalogue, Map<string, { size: number; hits: Hits }>>();
const keptWords = 24;

/** Every sheet that holds all the words. A year also finds what began then. */
export async function findWords(db: Read, catalogue: Catalogue, text: string): Promise<Hits> {
  const cache = kept.get(catalogue) ?? kept.set(catalogue, new Map()).get(catalogue)!;
  const found = cache.get(text);
  if (found && found.size === catalogue.size) return found.hits;
  const { lexemes, exact } = await readWords(db, text);
  const hits = score(catalogue, lexemes, exact, true);
  cache.delete(text);
  cache.set(text, { size: catalogue.size, hits });
  if (cache.size > keptWords) cache.delete(cache.keys().next().value!);
  return hits;
}

/** Sheets that hold some of the words, those that hold the most first: when none holds them all. */
export async function findSomeWords(db: Read, catalogue: Catalogue, text: string): Promise<Hits> {
  const { lexemes, exact } = await readWords(db, text);
  return score(catalogue, lexemes, exact, false);
}

interface ReadWords {
  lexemes: string[];
  exact: number[];
}

async function readWords(db: Read, text: string): Promise<ReadWords> {
  const { rows } = await sql<ReadWords>`select
    (select coalesce(array_agg(lexeme), '{}') from unnest(to_tsvector('french_plain', translate(${text}, '-’', '  ')))) as lexemes,
    (select coalesce(array_agg(distinct s.num), '{}') from sheet_names n join sheets s on s.id = n.sheet_id where n.plain = plain(${text})) as exact`.execute(db);
  const { lexemes, exact } = rows[0]!;
  const said = lexemes.filter((lexeme) => !silent.has(lexeme));
  return { lexemes: said.length ? said : lexemes, exact };
}

function score(catalogue: Catalogue, lexemes: string[], exact: number[], all: boolean): Hits {
  const scores = new Float32Array(catalogue.size);
  const sets: Bits[] = [];
  const share = 1 / Math.max(1, lexemes.length);
  for (const lexeme of lexemes) {
    const bits = new Bits(new Uint32Array(Math.max(4, (catalogue.size >>> 5) + 1)));
    const add = (place: number, points: number) => {
      if (!bits.has(place)) scores[place]! += points * share;
      bits.add(place);
    };
    for (const posting of catalogue.postings(lexeme)) add(posting >>> 2, worth[posting & 3]!);
    if (year.test(lexeme)) catalogue.years.get(Number(lexeme))?.each((place) => add(place, worth[1]));
    sets.push(bits);
  }
  for (const num of exact) {
    const place = catalogue.placeOf(num);
    if (place !== undefined) scores[place]! += exactName;
  }
  const [first, ...others] = sets;
  const bits = !first ? new Bits() : all ? intersect(first, ...others) : uniteInto(first, others);
  return { lexemes, bits, scores };
}

function uniteInto(first: Bits, others: Bits[]): Bits {
  for (const other of others) other.each((place) => first.add(place));
  return first;
}

// What is looked for more often comes first among equals: a commune of a million gains half a word's worth.
const ofWeight = 0.08;

/** Order of a list: by words when there are some, else by weight. */
export function ranking(catalogue: Catalogue, hits: Hits | null): (place: number) => number {
  const { weights } = catalogue;
  if (!hits) return (place) => weights[place]!;
  return (place) => hits.scores[place]! + Math.log10(1 + Math.max(0, weights[place]!)) * ofWeight;
}
