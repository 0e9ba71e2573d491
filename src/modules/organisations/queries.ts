import type { Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';

/** Some bodies are both: an organisation that funds or holds, and a network that one joins. */
export async function findNetworkNamed(db: Read, reader: Reader, title: string): Promise<SheetSummary | undefined> {
  const row = await db.selectFrom('sheets').select(summaryColumns).where('kind', '=', 'network').where('title', '=', title).where(visibleTo(reader)).limit(1).executeTakeFirst();
  return row && toSummary(row);
}
