import { sql, type Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary, type SummaryRow } from '~/sheets/index.ts';

const shown = 5;

/** What is coming that concerns the body one acts for: it is there, or it organises. */
export async function listNextDates(db: Read, reader: Reader, today: string): Promise<SheetSummary[]> {
  const body = reader.acting?.body;
  if (!body) return [];
  const last = sql`coalesce(sheets.end_date, sheets.start_date)`;
  const { rows } = await sql<SummaryRow>`
    select ${sql.join(summaryColumns.map((column) => sql.ref(`sheets.${column}`)))} from sheets
    where kind = 'event' and ${visibleTo(reader)} and ${last} >= left(${today}, length(${last}))
      and (territories @> array[(select num from sheets b where b.id = ${body.id}::uuid)] or exists (select 1 from sheet_links l where l.from_id = sheets.id and l.to_id = ${body.id}::uuid))
    order by start_date, title limit ${shown}`.execute(db);
  return rows.map(toSummary);
}
