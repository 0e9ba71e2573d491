import { sql, type Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, type SummaryRow } from '../queries.ts';
import type { SheetSummary } from '../types.ts';
import { visibleTo, type Reader } from '../visibility.ts';

export interface RowPlace {
  role: 'at' | 'from' | 'to';
  name: string;
  lat: number | null;
  lon: number | null;
  approximate: boolean;
  /** Of its territory, when that has a sheet. */
  slug: string | null;
}

export interface RowSource {
  document: string;
  title: string;
  locator: string | null;
  url: string | null;
}

/** A sheet as lists, maps and files show it. */
export interface AnswerRow extends SheetSummary {
  places: RowPlace[];
  sources: RowSource[];
}

type Row = SummaryRow & { places: RowPlace[]; sources: RowSource[] };

/** The sheets of an answer, in its order. One query; what is no longer visible is not there. */
export async function listRows(db: Read, reader: Reader, nums: readonly number[]): Promise<AnswerRow[]> {
  if (!nums.length) return [];
  const columns = sql.join(summaryColumns.map((column) => sql.ref(`sheets.${column}`)));
  const { rows } = await sql<Row>`
    select ${columns},
      coalesce((select json_agg(json_build_object('role', p.role, 'name', p.label, 'lat', p.lat, 'lon', p.lon, 'approximate', p.approximate, 'slug', t.slug) order by p.position)
        from sheet_places p left join sheets t on t.id = p.territory_id and ${visibleTo(reader, 't')} where p.sheet_id = sheets.id), '[]') as places,
      coalesce((select json_agg(json_build_object('document', d.id, 'title', d.title, 'locator', f.locator, 'url', d.url) order by f.position, d.id, f.locator)
        from (select distinct on (document_id, locator) document_id, locator, position from sheet_sources where sheet_id = sheets.id order by document_id, locator, position) f
        join documents d on d.id = f.document_id), '[]') as sources
    from sheets where sheets.num = any(${[...nums]}::int[]) and ${visibleTo(reader)}`.execute(db);
  const byNum = new Map(rows.map((row) => [row.num, { ...toSummary(row), places: row.places, sources: row.sources }]));
  return nums.map((num) => byNum.get(num)).filter((row) => row !== undefined);
}
