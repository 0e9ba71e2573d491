import type { Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';

/** Some bodies are both: an organisation that funds or holds, and a network that one joins. */
export async function findNetworkNamed(db: Read, reader: Reader, title: string): Promise<SheetSummary | undefined> {
  const row = await db.selectFrom('sheets').select(summaryColumns).where('kind', '=', 'network').where('title', '=', title).where(visibleTo(reader)).limit(1).executeTakeFirst();
  return row && toSummary(row);
}

/** Where its seat is. */
export async function findSeat(db: Read, reader: Reader, sheetId: string): Promise<SheetSummary | undefined> {
  const row = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where((eb) => eb('id', '=', eb.selectFrom('sheet_places').select('territory_id').where('sheet_id', '=', sheetId).where('position', '=', 0)))
    .where(visibleTo(reader))
    .executeTakeFirst();
  return row && toSummary(row);
}
