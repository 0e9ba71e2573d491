import type { Read } from '~/platform/db/index.ts';
import { ask, countCommon, findSomeWords, intersect, listNear, listRows, ranking, takePage, type AnswerRow, type Hits, type Near } from '~/sheets/ask/index.ts';
import { listKinds, type Reader } from '~/sheets/index.ts';
import { listMatches, type Match } from './matches.ts';

export interface Found extends AnswerRow {
  match: Match | undefined;
  /** Of a French authority: tells homonyms apart. */
  population: number | null;
}

export interface Group {
  kind: string;
  genre: string;
  total: number;
  items: Found[];
}

export interface SearchResult {
  total: number;
  groups: Group[];
  /** No sheet holds all the words: these hold some. */
  partial: boolean;
  /** « Vouliez-vous dire… » */
  near: Near[];
}

const shownOfKind = 5;
const longestName = 5;

/** The best of each kind, the kind that answers best first. */
export async function search(db: Read, reader: Reader, words: string): Promise<SearchResult> {
  const asked = await ask(db, reader, { question: { words }, unknown: [] });
  const { catalogue, visible } = asked;
  const partial = !hasAny(asked.bits);
  const hits = partial ? await findSomeWords(db, catalogue, words) : asked.hits!;
  const bits = partial ? intersect(visible, hits.bits) : asked.bits;
  const rank = ranking(catalogue, hits);
  const groups = listKinds().flatMap(({ kind, genre }) => {
    const of = catalogue.values.kind.get(genre);
    const total = of ? countCommon(bits, of) : 0;
    return total ? [{ kind, genre, total, page: takePage(catalogue, intersect(bits, of!), rank, undefined, shownOfKind) }] : [];
  });
  groups.sort((a, b) => b.page[0]!.rank - a.page[0]!.rank);
  const nums = groups.flatMap(({ page }) => page.map((one) => one.num));
  const total = partial ? 0 : groups.reduce((sum, group) => sum + group.total, 0);
  const [rows, matches, populations, near] = await Promise.all([
    listRows(db, reader, nums),
    listMatches(db, nums, hits.lexemes),
    listPopulations(db, nums),
    isDoubtful(words, hits, total) ? listNear(db, reader, words) : [],
  ]);
  const byNum = new Map(rows.map((row) => [row.num, { ...row, match: matches.get(row.num), population: populations.get(row.num) ?? null }]));
  return { total, partial, near: near.filter((one) => !nums.slice(0, 3).includes(one.num)), groups: groups.map(({ page, ...group }) => ({ ...group, items: page.flatMap(({ num }) => byNum.get(num) ?? []) })) };
}

function hasAny(bits: { words: Uint32Array }): boolean {
  return bits.words.some((word) => word !== 0);
}

/** A name that was typed wrong: little or nothing holds its words. A sentence is no name. */
function isDoubtful(words: string, { isName }: Hits, total: number): boolean {
  return !isName && words.split(/\s+/).length <= longestName && total === 0;
}

async function listPopulations(db: Read, nums: number[]): Promise<Map<number, number | null>> {
  if (!nums.length) return new Map();
  const rows = await db.selectFrom('territories').innerJoin('sheets', 'sheets.id', 'territories.sheet_id').select(['num', 'population']).where('num', 'in', nums).execute();
  return new Map(rows.map((row) => [row.num, row.population]));
}
