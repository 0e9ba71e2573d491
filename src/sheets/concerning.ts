import { sql, type Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, type SummaryRow } from './queries.ts';
import type { SheetSummary } from './types.ts';
import { visibleTo, type Reader } from './visibility.ts';

/** What a territory, a country, a theme or a goal gathers. One of them. */
export interface Subject {
  /** `num` of the territory's sheet. */
  territory?: number;
  country?: string;
  themes?: string[];
  sdg?: number;
}

export interface KindGroup {
  kind: string;
  total: number;
  /** The first of them: dated last first, then by weight. */
  items: SheetSummary[];
}

/** Sheets of every kind that concern a subject, grouped by kind, in one query. */
export async function listConcerning(db: Read, reader: Reader, subject: Subject, { limit = 8, except = [] }: { limit?: number; except?: readonly string[] } = {}): Promise<KindGroup[]> {
  const columns = sql.join(summaryColumns.map((column) => sql.ref(`ranked.${column}`)));
  const { rows } = await sql<SummaryRow & { total: number }>`
    select ${columns}, total from (
      select sheets.*, count(*) over (partition by kind)::integer as total,
        row_number() over (partition by kind order by start_date desc nulls last, weight desc, title, num) as rank
      from sheets where ${visibleTo(reader)} and ${conditionOf(subject)} and kind <> all(${[...except]}::text[])
    ) ranked where rank <= ${limit} order by kind, rank`.execute(db);
  return [...Map.groupBy(rows, (row) => row.kind)].map(([kind, group]) => ({ kind, total: group[0]!.total, items: group.map(toSummary) }));
}

function conditionOf({ territory, country, themes, sdg }: Subject) {
  if (territory !== undefined) return sql`sheets.territories @> array[${territory}]::integer[]`;
  if (country !== undefined) return sql`sheets.countries @> array[${country}]`;
  if (themes !== undefined) return sql`sheets.themes && ${themes}::text[]`;
  return sql`sheets.sdgs @> array[${sdg}]::smallint[]`;
}
