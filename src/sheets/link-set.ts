import { sql, type Tx } from '~/platform/db/index.ts';
import { addLinks } from './parts.ts';

/** Makes the links of one role lead to exactly these sheets; `kinds` leaves those that lead to other kinds alone. */
export async function updateLinks(tx: Tx, fromId: string, role: string, to: readonly string[], kinds?: readonly string[]): Promise<void> {
  const ofKinds = kinds ? sql`and to_id in (select id from sheets where kind = any(${[...kinds]}::text[]))` : sql``;
  await sql`delete from sheet_links where from_id = ${fromId} and role = ${role} and to_id <> all(${[...to]}::uuid[]) ${ofKinds}`.execute(tx);
  await addLinks(tx, fromId, to.map((id) => ({ role, to: id })));
}
