import { sql, type Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';

export interface Spot {
  id: string | null;
  label: string;
  slug: string | null;
  type: string | null;
  lat: number | null;
  lon: number | null;
}

/** A published partnership with its two ends. */
export type Thread = SheetSummary & { from: Spot[]; to: Spot[] };

/** Every published partnership with the places it joins: what the map, the figures and the anniversaries are made of. */
export async function listThreads(db: Read, reader: Reader): Promise<Thread[]> {
  const [rows, ends] = await Promise.all([
    db.selectFrom('sheets').select(summaryColumns).where('kind', '=', 'partnership').where(visibleTo(reader)).orderBy('weight', 'desc').orderBy('title').execute(),
    db
      .selectFrom('sheet_links')
      .innerJoin('sheets', 'sheets.id', 'sheet_links.from_id')
      .innerJoin('sheets as end', 'end.id', 'sheet_links.to_id')
      .leftJoin('sheet_places as spot', (join) => join.onRef('spot.sheet_id', '=', 'end.id').on('spot.role', '=', 'at').on('spot.position', '=', 0))
      .select(['sheet_links.from_id', 'sheet_links.role', 'end.id', 'end.title', 'end.slug', 'end.type', 'spot.lat', 'spot.lon'])
      .where('sheets.kind', '=', 'partnership')
      .where('sheet_links.role', 'in', ['french', 'foreign'])
      .where(visibleTo(reader))
      .where(visibleTo(reader, 'end'))
      .orderBy('sheet_links.position')
      .execute(),
  ]);
  const endsOf = Map.groupBy(ends, (row) => row.from_id);
  return rows.map((row) => {
    const spots = (role: string): Spot[] =>
      (endsOf.get(row.id) ?? []).filter((end) => end.role === role).map(({ id, title, slug, type, lat, lon }) => ({ id, label: title, slug, type, lat, lon }));
    return { ...toSummary(row), from: spots('french'), to: spots('foreign') };
  });
}

/** Public names of countries, by ISO code: nothing here but what partnerships join. */
export function countCountries(threads: readonly Thread[]): number {
  return new Set(threads.flatMap((thread) => thread.countries).filter((code) => code !== 'FR')).size;
}

/** Meetings that are not over, soonest first. A month counts as over when it is. */
export async function listUpcoming(db: Read, reader: Reader, today: string, limit: number): Promise<SheetSummary[]> {
  const last = sql<string>`coalesce(end_date, start_date)`;
  const rows = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where('kind', '=', 'event')
    .where(visibleTo(reader))
    .where('start_date', 'is not', null)
    .where(sql<boolean>`${last} >= left(${today}, length(${last}))`)
    .orderBy('start_date')
    .orderBy('title')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}

/** The last meetings that were held, when nothing is announced. */
export async function listRecent(db: Read, reader: Reader, today: string, limit: number): Promise<SheetSummary[]> {
  const last = sql<string>`coalesce(end_date, start_date)`;
  const rows = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where('kind', '=', 'event')
    .where(visibleTo(reader))
    .where('phase', '=', 'ended')
    .where(sql<boolean>`${last} < left(${today}, length(${last}))`)
    .orderBy('start_date', 'desc')
    .orderBy('title')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}

/** What is open of a kind that ends on a day, newest first: the listings of the exchange, the news. */
export async function listPresent(db: Read, reader: Reader, kind: 'listing' | 'news', today: string, limit: number): Promise<SheetSummary[]> {
  const rows = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where('kind', '=', kind)
    .where('phase', '=', 'ongoing')
    .where('end_date', '>=', today)
    .where(visibleTo(reader))
    .orderBy('start_date', 'desc')
    .orderBy('num', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}

/** Sheets on which sources disagree or say too little, those that are most looked for first. */
export async function listDoubtful(db: Read, reader: Reader, limit: number): Promise<SheetSummary[]> {
  const rows = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where('to_confirm', '=', true)
    .where(visibleTo(reader))
    .orderBy(sql`kind = 'partnership' desc`)
    .orderBy('weight', 'desc')
    .orderBy('title')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}
