import { sql, type Read } from '~/platform/db/index.ts';
import { countCommon, intersect, listHomonyms, listNear, readCursor, type Asked, type Near, type Territory } from '~/sheets/ask/index.ts';
import { listContinents } from '~/reference/index.ts';
import { visibleTo, type Reader, type SheetAsk } from '~/sheets/index.ts';
import type { Inquiry } from './asking.ts';
import { getMapContent, type MapContent } from './map-content.ts';
import { listOtherEnds } from './other-ends.ts';
import { getAnswer, type Answered } from './queries.ts';

/** All that the page shows of an answer. */
export interface ReadAnswer extends Answered, Inquiry {
  after: string | undefined;
  map: MapContent | null;
  /** French authorities with the same partner, by sheet. */
  others: ReadonlyMap<string, string[]>;
  homonyms: Territory[];
  /** Offered while one types. */
  territories: string[];
  cross: Cross | null;
  /** What a misspelt word may be, when nothing was found. */
  near: Near[];
}

/** Themes against continents. */
export interface Cross {
  continents: string[];
  rows: { theme: string; counts: number[] }[];
}

/** So that the partnerships of one authority stand on one page. */
const pageSize = 50;

export async function readAnswer(ask: SheetAsk, inquiry: Inquiry): Promise<ReadAnswer> {
  const { db, reader } = ask;
  const { resolved, reading } = inquiry;
  const after = ask.query('apres');
  const answered = await getAnswer(db, reader, resolved, { after: readCursor(after), limit: pageSize });
  const { asked, answer, rows } = answered;
  const [map, others, homonyms, territories, near] = await Promise.all([
    reading === 'carte' ? getMapContent(db, reader, asked, rows, answer.total) : null,
    resolved.territory ? listOtherEnds(db, reader, rows) : new Map<string, string[]>(),
    resolved.territory ? listHomonyms(db, reader, resolved.territory) : [],
    listKnownTerritories(db, reader, asked),
    answer.total === 0 && resolved.question.words ? listNear(db, reader, resolved.question.words) : [],
  ]);
  return { ...inquiry, ...answered, after, map, others, homonyms, territories, near, cross: reading === 'chiffres' ? crossThemes(asked, answered) : null };
}

const offered = 80;

/** The territories that most sheets concern: those that a person is likely to type. */
async function listKnownTerritories(db: Read, reader: Reader, { catalogue, visible }: Asked): Promise<string[]> {
  const nums = catalogue.mostConcerned(offered, visible);
  const rows = await db.selectFrom('sheets').select('title').where('num', '=', sql<number>`any(${nums}::int[])`).where(visibleTo(reader)).orderBy('title').execute();
  return [...new Set(rows.map((row) => row.title))];
}

const shownThemes = 15;

function crossThemes({ catalogue, bits }: Asked, { answer: { facets } }: Answered): Cross | null {
  const { zone, theme } = catalogue.values;
  const continents = listContinents().map(({ slug }) => slug).filter((slug) => zone.has(slug) && countCommon(bits, zone.get(slug)!) > 0);
  const rows = facets.theme.slice(0, shownThemes).map(({ value }) => {
    const among = intersect(bits, theme.get(value)!);
    return { theme: value, counts: continents.map((slug) => countCommon(among, zone.get(slug)!)) };
  });
  return continents.length > 1 && rows.length > 1 ? { continents, rows } : null;
}
