import type { Read } from '~/platform/db/index.ts';
import { listSheets, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';

export interface ProgrammeListed {
  programme: SheetSummary;
  holders: string[];
}

export async function listProgrammes(db: Read, reader: Reader): Promise<ProgrammeListed[]> {
  const programmes = await listSheets(db, reader, 'programme');
  if (!programmes.length) return [];
  const holders = await db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'sheet_links.to_id').select(['from_id', 'title'])
    .where('role', '=', 'holder').where('from_id', 'in', programmes.map((one) => one.id)).where(visibleTo(reader)).orderBy('position').execute();
  const byProgramme = Map.groupBy(holders, (row) => row.from_id);
  return programmes.map((programme) => ({ programme, holders: (byProgramme.get(programme.id) ?? []).map((row) => row.title) }));
}
