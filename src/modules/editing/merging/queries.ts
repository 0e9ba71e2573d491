import { sql, type Read } from '~/platform/db/index.ts';
import { findRight, listFound, type Picked, type Reader, type SheetSummary } from '~/sheets/index.ts';

/** What one compares before saying that two sheets are one. */
export interface Twin {
  id: string;
  names: string[];
  /** Sheets that lead to it. */
  links: number;
  /** People who act for it. */
  keepers: number;
}

export async function getTwin(db: Read, sheet: Pick<SheetSummary, 'id'>): Promise<Twin> {
  const { rows } = await sql<Omit<Twin, 'id'>>`select
    array(select name from sheet_names where sheet_id = ${sheet.id} order by name) as names,
    (select count(*) from sheet_links where to_id = ${sheet.id}) as links,
    (select count(*) from mandates where body_id = ${sheet.id} and ended_at is null and (until is null or until >= current_date)) as keepers`.execute(db);
  return { id: sheet.id, ...rows[0]! };
}

/** Other sheets of the same kind that a name finds. */
export async function listOthers(db: Read, reader: Reader, sheet: SheetSummary, words: string): Promise<Picked[]> {
  return (await listFound(db, reader, [sheet.kind], words, 10)).filter(({ id }) => id !== sheet.id);
}

/** R016: whoever animates or administers, on a sheet that nobody else keeps. */
export async function mayMerge(db: Read, reader: Reader, sheet: Pick<SheetSummary, 'id'>, twin: Pick<Twin, 'keepers'>): Promise<boolean> {
  const right = await findRight(db, reader, sheet.id);
  return right === 'animator' || right === 'administrator' || (right === null && reader.acting?.role === 'animator' && twin.keepers === 0);
}
