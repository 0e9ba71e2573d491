import type { Bits } from './bits.ts';
import type { Catalogue } from './catalogue.ts';

/** Where a page ends: the rank of its last sheet, then its number. A sheet that comes or goes moves nothing else. */
export interface Cursor {
  rank: number;
  num: number;
}

export function writeCursor({ rank, num }: Cursor): string {
  return `${rank}~${num}`;
}

/** Undefined for what is not a cursor: the list then starts at its beginning. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const [, rank, num] = /^(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)~(\d{1,9})$/.exec(text ?? '') ?? [];
  return rank === undefined ? undefined : { rank: Number(rank), num: Number(num) };
}

/** The first `limit` after the cursor, in one pass that keeps only what can reach the page. */
export function takePage(catalogue: Catalogue, bits: Bits, rankOf: (place: number) => number, after: Cursor | undefined, limit: number): Cursor[] {
  const page: Cursor[] = [];
  bits.each((place) => {
    const rank = rankOf(place);
    const last = page[limit - 1];
    if (last && rank < last.rank) return;
    const one = { rank, num: catalogue.nums[place]! };
    if ((after && !comesBefore(after, one)) || (last && !comesBefore(one, last))) return;
    let at = Math.min(page.length, limit - 1);
    while (at > 0 && comesBefore(one, page[at - 1]!)) at--;
    page.splice(at, 0, one);
    if (page.length > limit) page.pop();
  });
  return page;
}

/** All of them in order, as numbers: for exports. */
export function takeAll(catalogue: Catalogue, bits: Bits, rankOf: (place: number) => number): number[] {
  const all: Cursor[] = [];
  bits.each((place) => all.push({ rank: rankOf(place), num: catalogue.nums[place]! }));
  return all.sort((a, b) => b.rank - a.rank || a.num - b.num).map((one) => one.num);
}

function comesBefore(a: Cursor, b: Cursor): boolean {
  return a.rank > b.rank || (a.rank === b.rank && a.num < b.num);
}
