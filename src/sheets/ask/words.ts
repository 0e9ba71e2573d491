import { sql, type Read } from '~/platform/db/index.ts';
import { Bits, intersect } from './bits.ts';
import type { Catalogue } from './catalogue.ts';

/** Where the words of a question were found, and how well. */
export interface Hits {
  lexemes: string[];
  /** All the words. */
  bits: Bits;
  /** By place in the catalogue. */
  scores: Float32Array;
  /** The words, all of them, are the very name of a sheet. */
  isName: boolean;
}

// A word in a name says more than one in a context, a summary, a body.
const worth = [1, 0.45, 0.25, 0.1] as const;
const exactName = 1;
// « Bordeaux » is more of « Bordeaux » than of « Bordeaux Métropole ».
const wholeTitle = 0.3;
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
  const hits = score(catalogue, await readWords(db, text), true);
  cache.delete(text);
  cache.set(text, { size: catalogue.size, hits });
  if (cache.size > keptWords) cache.delete(cache.keys().next().value!);
  return hits;
}

/** Sheets that hold some of the words, those that hold the most first: when none holds them all. */
export async function findSomeWords(db: Read, catalogue: Catalogue, text: string): Promise<Hits> {
  return score(catalogue, await readWords(db, text), false);
}

interface ReadWords {
  lexemes: string[];
  /** Sheets whose whole name is how the question begins, and which share of its words that is: « saint denis » of « saint-denis 93 ». */
  named: { num: number; share: number }[];
}

async function readWords(db: Read, text: string): Promise<ReadWords> {
  const { rows } = await sql<ReadWords>`
    with said as (select (string_to_array(trim(regexp_replace(replace(plain(${text}), '-', ' '), '\\s+', ' ', 'g')), ' '))[1:8] as words),
      beginnings as (select array_to_string(words[1:k], ' ') as beginning, k::float / cardinality(words) as share from said, generate_series(1, cardinality(words)) k)
    select
      (select coalesce(array_agg(lexeme), '{}') from unnest(to_tsvector('french_plain', translate(${text}, '-’', '  ')))) as lexemes,
      (select coalesce(json_agg(json_build_object('num', num, 'share', share)), '[]') from (
        select s.num, max(share) as share from beginnings join sheet_names n on replace(n.plain, '-', ' ') = beginning join sheets s on s.id = n.sheet_id group by s.num) found) as named`.execute(db);
  const { lexemes, named } = rows[0]!;
  const said = lexemes.filter((lexeme) => !silent.has(lexeme));
  return { lexemes: said.length ? said : lexemes, named };
}

function score(catalogue: Catalogue, { lexemes, named }: ReadWords, all: boolean): Hits {
  const scores = new Float32Array(catalogue.size);
  const sets: Bits[] = [];
  const share = 1 / Math.max(1, lexemes.length);
  for (const lexeme of lexemes) {
    const bits = new Bits(new Uint32Array(Math.max(4, (catalogue.size >>> 5) + 1)));
    const add = (place: number, points: number) => {
      if (!bits.has(place)) scores[place]! += points * share;
      bits.add(place);
    };
    for (const posting of catalogue.postings(lexeme)) {
      const [place, rank] = [posting >>> 2, posting & 3];
      add(place, worth[rank]!);
      if (rank === 0) scores[place]! += wholeTitle / Math.max(catalogue.lengths[place]!, lexemes.length);
    }
    if (year.test(lexeme)) catalogue.years.get(Number(lexeme))?.each((place) => add(place, worth[1]));
    sets.push(bits);
  }
  for (const { num, share: said } of named) {
    const place = catalogue.placeOf(num);
    if (place !== undefined) scores[place]! += exactName * said;
  }
  // A name that only a draft has is not known here: whoever types it is answered as for any other word.
  const isOpen = (num: number) => catalogue.open.has(catalogue.placeOf(num) ?? -1);
  const [first, ...others] = sets;
  const bits = !first ? new Bits() : all ? intersect(first, ...others) : uniteInto(first, others);
  return { lexemes, bits, scores, isName: named.some((one) => one.share === 1 && isOpen(one.num)) };
}

function uniteInto(first: Bits, others: Bits[]): Bits {
  for (const other of others) other.each((place) => first.add(place));
  return first;
}

// What is looked for more often comes first among equals: a large city gains a fifth of a word's worth.
const ofWeight = 0.1;

/** Order of a list: by words when there are some, else by weight. */
export function ranking(catalogue: Catalogue, hits: Hits | null): (place: number) => number {
  const { weights } = catalogue;
  if (!hits) return (place) => weights[place]!;
  return (place) => hits.scores[place]! + Math.log1p(Math.max(0, weights[place]!)) * ofWeight;
}
