import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

/** For each sheet with a far end, the near ends of other sheets that lead there: « aussi partenaire de Toulouse ». */
export async function listOtherEnds(db: Read, reader: Reader, rows: readonly { id: string }[]): Promise<Map<string, string[]>> {
  if (!rows.length) return new Map();
  const { rows: found } = await sql<{ id: string; names: string[] }>`
    select here.sheet_id as id, array_agg(distinct home.label) as names
    from sheet_places here
    join sheet_places there on there.territory_id = here.territory_id and there.role = 'to' and there.sheet_id <> here.sheet_id
    join sheets other on other.id = there.sheet_id and ${visibleTo(reader, 'other')}
    join sheet_places home on home.sheet_id = there.sheet_id and home.role = 'from'
      and not exists (select from sheet_places own where own.sheet_id = here.sheet_id and own.territory_id = home.territory_id)
    where here.role = 'to' and here.sheet_id = any(${rows.map((row) => row.id)}::uuid[])
    group by here.sheet_id`.execute(db);
  return new Map(found.map((row) => [row.id, row.names]));
}
