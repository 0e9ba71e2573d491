import { sql, type Read } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { readPageNumber } from '~/platform/http/page-number.ts';
import { withSubthemes } from '~/reference/index.ts';
import { findSheet, summaryColumns, toDate, toSummary, visibleTo, type Reader, type SheetSummary, type SummaryRow } from '~/sheets/index.ts';
import type { Portrait } from './commands.ts';
import { natures, types } from './rules.ts';

export interface ListingDetail extends Portrait {
  nature: string | null;
  expiresOn: string;
  period: { start: PartialDate | null; end: PartialDate | null };
  outcome: string | null;
  outcomeWith: string | null;
}

export async function getListing(db: Read, id: string): Promise<ListingDetail> {
  const row = await db.selectFrom('listings').selectAll().where('sheet_id', '=', id).executeTakeFirstOrThrow();
  return {
    nature: row.nature, expiresOn: row.expires_on,
    period: { start: toDate(row.period_start, row.period_start_precision), end: toDate(row.period_end, row.period_end_precision) },
    population: row.population, area: row.area, character: row.character, expected: row.expected, behind: row.behind, languages: row.languages, means: row.means,
    outcome: row.outcome, outcomeWith: row.outcome_with,
  };
}

/** The listing at this address for this reader, with what its state and date say; undefined: it does not exist for them. */
export async function findListing(db: Read, reader: Reader, slug: string): Promise<(SheetSummary & { detail: ListingDetail }) | undefined> {
  const sheet = await findSheet(db, reader, 'listing', slug);
  return sheet && !('movedTo' in sheet) ? { ...sheet, detail: await getListing(db, sheet.id) } : undefined;
}

/** The question of the page: its address holds it whole. */
export interface ListingQuestion {
  type?: string;
  nature?: string;
  theme?: string;
  country?: string;
  /** What has ended too. */
  past: boolean;
  page: number;
}

export function readQuestion(query: (name: string) => string | undefined, known: { themes: ReadonlySet<string>; countries: ReadonlySet<string> }): ListingQuestion {
  const among = (name: string, values: { has(value: string): boolean }) => {
    const value = query(name);
    return value !== undefined && values.has(value) ? value : undefined;
  };
  return {
    type: among('sorte', new Set<string>(types)), nature: among('nature', new Set<string>(natures)), theme: among('theme', known.themes), country: among('pays', known.countries),
    past: query('passees') === '1', page: readPageNumber(query('page')),
  };
}

export type ListingItem = SheetSummary & { nature: string | null; expiresOn: string; owner: string | null };
export const pageSize = 30;

/** Newest first. What has ended comes only when it is asked for. */
export async function listListings(db: Read, reader: Reader, question: ListingQuestion, today: string): Promise<{ items: ListingItem[]; total: number }> {
  const columns = sql.join(summaryColumns.map((column) => sql.ref(`sheets.${column}`)));
  const { rows } = await sql<SummaryRow & { nature: string | null; expires_on: string; owner: string | null; total: number }>`
    select ${columns}, l.nature, l.expires_on, o.title as owner, count(*) over ()::integer as total
    from sheets join listings l on l.sheet_id = sheets.id left join sheets o on o.id = sheets.owner_id
    where ${conditionOf(reader, question, today)}
    order by sheets.start_date desc nulls first, sheets.num desc limit ${pageSize} offset ${(question.page - 1) * pageSize}`.execute(db);
  return { items: rows.map((row) => ({ ...toSummary(row), nature: row.nature, expiresOn: row.expires_on, owner: row.owner })), total: rows[0]?.total ?? 0 };
}

function conditionOf(reader: Reader, { type, nature, theme, country, past }: ListingQuestion, today: string) {
  const open = sql`sheets.phase = 'ongoing' and l.expires_on >= ${today}::date`;
  const state = past ? sql`not (${open}) and sheets.state <> 'draft'` : sql`((${open}) or sheets.state = 'draft')`;
  return sql.join([
    sql`sheets.kind = 'listing'`, visibleTo(reader), state,
    ...(type ? [sql`sheets.type = ${type}`] : []),
    ...(nature ? [sql`l.nature = ${nature}`] : []),
    ...(theme ? [sql`sheets.themes && ${withSubthemes(theme)}::text[]`] : []),
    ...(country ? [sql`sheets.countries @> array[${country}]`] : []),
  ], sql` and `);
}

/** Whether something that has ended answers the question too. */
export async function hasEnded(db: Read, reader: Reader, question: ListingQuestion, today: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select 1 from sheets join listings l on l.sheet_id = sheets.id where ${conditionOf(reader, { ...question, past: true }, today)}) as has`.execute(db);
  return rows[0]!.has;
}

export interface Widening {
  drop: 'type' | 'nature' | 'theme' | 'country' | 'past';
  n: number;
}

/** C24: nothing was found; what one finds without each of the words of the question. */
export async function listWidenings(db: Read, reader: Reader, question: ListingQuestion, today: string): Promise<Widening[]> {
  const drops = (['type', 'nature', 'theme', 'country'] as const).filter((name) => question[name]);
  const asked: [Widening['drop'], ListingQuestion][] = [...drops.map((name) => [name, { ...question, [name]: undefined, page: 1 }] as [Widening['drop'], ListingQuestion]), ['past', { ...question, past: !question.past, page: 1 }]];
  return Promise.all(asked.map(async ([drop, wider]) => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from sheets join listings l on l.sheet_id = sheets.id where ${conditionOf(reader, wider, today)}`.execute(db);
    return { drop, n: rows[0]!.n };
  }));
}

/** Countries that some listing names: what the list offers to choose among. */
export async function listAskedCountries(db: Read, reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ iso: string }>`select distinct unnest(countries) as iso from sheets where kind = 'listing' and ${visibleTo(reader)}`.execute(db);
  return rows.map((row) => row.iso);
}

/** What the body that wrote it is called. */
export async function findOwner(db: Read, id: string): Promise<string> {
  const row = await db.selectFrom('sheets').innerJoin('sheets as owner', 'owner.id', 'sheets.owner_id').select('owner.title').where('sheets.id', '=', id).executeTakeFirst();
  return row?.title ?? '';
}
