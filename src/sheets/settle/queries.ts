import { sql, type Read } from '~/platform/db/index.ts';

export interface Contradiction {
  id: string;
  field: string;
  label: string | null;
  value: string;
  chosen: boolean;
  document: string | null;
  locator: string | null;
}

/** Values of a field that still disagree: one is kept beside another that was chosen for the time being. */
export async function listContradictions(db: Read, sheetId: string): Promise<Contradiction[]> {
  const { rows } = await sql<Contradiction>`
    select f.id, f.field, f.label, f.value, f.chosen, d.title as document, s.locator
    from sheet_facts f
    left join lateral (select document_id, locator from sheet_sources where fact_id = f.id order by position limit 1) s on true
    left join documents d on d.id = s.document_id
    where f.sheet_id = ${sheetId} and not f.outdated
      and exists (select 1 from sheet_facts o where o.sheet_id = f.sheet_id and o.field = f.field and not o.chosen and not o.outdated)
    order by f.field, f.position`.execute(db);
  return rows;
}
