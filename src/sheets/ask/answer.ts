import type { Read } from '~/platform/db/index.ts';
import type { Reader } from '../visibility.ts';
import { Bits, countCommon, intersect, unite, without } from './bits.ts';
import { dimensions, type Catalogue, type Dimension } from './catalogue.ts';
import { openCatalogue, visibleBits } from './desk.ts';
import { takeAll, takePage, writeCursor, type Cursor } from './page.ts';
import { filtersOf, type Filter, type Question } from './question.ts';
import type { Resolved } from './resolve.ts';
import { findWords, ranking, type Hits } from './words.ts';

export interface Count {
  value: string;
  count: number;
}

export interface Answer {
  total: number;
  /** Numbers of the sheets of this page, in order. */
  nums: number[];
  next: string | null;
  /** How many there would be with each value, all else in the question as it is. */
  facets: Record<Dimension, Count[]>;
  /** How many there would be without each filter, most first. */
  wider: { filter: Filter; total: number }[];
  /** Left out by `de` and `a` only because the year in which they began is not known. */
  undated: number;
  /** Beside a territory's partnerships, not among them. */
  apart: number[];
}

/** A question made ready for a reader: which sheets each filter lets through. */
export interface Asked {
  catalogue: Catalogue;
  position: number;
  visible: Bits;
  masks: Map<Filter, Bits>;
  hits: Hits | null;
  bits: Bits;
}

export async function ask(db: Read, reader: Reader, { question, territory }: Resolved): Promise<Asked> {
  const opened = await openCatalogue(db);
  const { catalogue } = opened;
  const [visible, hits] = await Promise.all([visibleBits(db, catalogue, reader), question.words ? findWords(db, catalogue, question.words) : null]);
  const masks = new Map(filtersOf(question).map((filter) => [filter, maskOf(catalogue, question, filter, hits, territory?.num)]));
  return { ...opened, visible, masks, hits, bits: intersect(visible, ...masks.values()) };
}

/** The whole answer to a question: how many, one page of them, what is beside. */
export function answer(asked: Asked, { question, territory }: Resolved, { after, limit }: { after?: Cursor; limit: number }): Answer {
  const { catalogue, bits, hits } = asked;
  const page = takePage(catalogue, bits, ranking(catalogue, hits), after, limit + 1);
  const shown = page.slice(0, limit);
  return {
    total: bits.count(),
    nums: shown.map((one) => one.num),
    next: page.length > limit ? writeCursor(shown.at(-1)!) : null,
    facets: countFacets(asked),
    wider: [...asked.masks.keys()].map((filter) => ({ filter, total: except(asked, [filter]).count() })).sort((a, b) => b.total - a.total),
    undated: question.from || question.to ? without(except(asked, ['from', 'to']), catalogue.dated).count() : 0,
    apart: territory && !question.type ? listApart(asked, territory.num) : [],
  };
}

/** Numbers of all the sheets of the answer, in its order. */
export function listNums({ catalogue, bits, hits }: Asked): number[] {
  return takeAll(catalogue, bits, ranking(catalogue, hits));
}

function maskOf(catalogue: Catalogue, question: Question, filter: Filter, hits: Hits | null, territory: number | undefined): Bits {
  if (filter === 'words') return hits!.bits;
  if (filter === 'from' || filter === 'to') return between(catalogue, question);
  if (filter === 'territory') {
    const all = territory === undefined ? new Bits() : catalogue.concerning(territory);
    return question.type ? all : without(all, catalogue.apart);
  }
  return catalogue.values[filter].get(question[filter]!) ?? new Bits();
}

function between(catalogue: Catalogue, { from = '0', to = '9999' }: Question): Bits {
  return unite([...catalogue.years].filter(([year]) => year >= Number(from) && year <= Number(to)).map(([, bits]) => bits));
}

function except({ visible, masks }: Asked, filters: readonly Filter[]): Bits {
  return intersect(visible, ...[...masks].filter(([filter]) => !filters.includes(filter)).map(([, mask]) => mask));
}

// Choosing another kind lets go of the type, which belongs to a kind.
const ownFilters: Record<Dimension, readonly Filter[]> = {
  kind: ['kind', 'type'], type: ['type'], state: ['state'], zone: ['zone'], country: ['country'], theme: ['theme'], sdg: ['sdg'], decade: ['from', 'to'],
};

function countFacets(asked: Asked): Record<Dimension, Count[]> {
  const { catalogue, masks, bits } = asked;
  const count = (dimension: Dimension): Count[] => {
    const own = ownFilters[dimension];
    const among = own.some((filter) => masks.has(filter)) ? except(asked, own) : bits;
    const counts = [...catalogue.values[dimension]].map(([value, set]) => ({ value, count: countCommon(among, set) })).filter((one) => one.count > 0);
    const inOrder = dimension === 'decade' || dimension === 'sdg';
    return counts.sort((a, b) => (inOrder ? Number(a.value) - Number(b.value) : b.count - a.count || a.value.localeCompare(b.value)));
  };
  return Object.fromEntries(dimensions.map((dimension) => [dimension, count(dimension)])) as Record<Dimension, Count[]>;
}

const shownApart = 12;

function listApart(asked: Asked, territory: number): number[] {
  const beside = intersect(except(asked, ['territory']), asked.catalogue.concerning(territory), asked.catalogue.apart);
  return takePage(asked.catalogue, beside, ranking(asked.catalogue, null), undefined, shownApart).map((one) => one.num);
}
