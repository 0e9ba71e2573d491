import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { mergeSheets, toDate, type Source } from '~/sheets/index.ts';

/**
 * Communes become one: each old address leads to the new sheet, each old name goes on finding it as a former name, and
 * whoever kept one of them keeps the new one.
 */
export async function joinCommunes(tx: Tx, actor: Actor, successorId: string, predecessors: readonly string[], since: PartialDate | null, source?: Source): Promise<void> {
  for (const id of predecessors) {
    const gone = await tx.selectFrom('sheets').innerJoin('territories', 'territories.sheet_id', 'sheets.id').select(['title', 'insee']).where('sheets.id', '=', id).executeTakeFirstOrThrow();
    await tx
      .insertInto('territory_predecessors')
      .values({ successor_id: successorId, name: gone.title, insee: gone.insee, since: since?.value ?? null, since_precision: since?.precision ?? null, document_id: source?.document ?? null, locator: source?.locator ?? null })
      .onConflict((oc) => oc.doNothing())
      .execute();
    await sql`update territory_predecessors set successor_id = ${successorId}::uuid where successor_id = ${id}::uuid`.execute(tx);
    await handOver(tx, id, successorId);
    await mergeSheets(tx, actor, id, successorId);
    await tx.updateTable('sheet_names').set({ kind: 'former' }).where('sheet_id', '=', successorId).where('name', '=', gone.title).where('kind', '=', 'alias').execute();
  }
}

/** Rights, ownership and what lies within go to the successor, before the old sheet goes. */
async function handOver(tx: Tx, from: string, into: string): Promise<void> {
  await sql`update mandates m set body_id = ${into}::uuid where body_id = ${from}::uuid and ended_at is null
    and not exists (select 1 from mandates o where o.account_id = m.account_id and o.role = m.role and o.body_id = ${into}::uuid and o.ended_at is null)`.execute(tx);
  await sql`update mandates set ended_at = now() where body_id = ${from}::uuid and ended_at is null`.execute(tx);
  await tx.updateTable('sheets').set({ owner_id: into }).where('owner_id', '=', from).execute();
  for (const scale of ['intercommunality_id', 'department_id', 'region_id'] as const) await tx.updateTable('territories').set({ [scale]: into }).where(scale, '=', from).execute();
  await sql`insert into country_namings (owner_id, country, name, document_id, locator)
    select ${into}::uuid, country, name, document_id, locator from country_namings where owner_id = ${from}::uuid on conflict do nothing`.execute(tx);
  await sql`insert into territory_namings (owner_id, territory_id, name, document_id, locator)
    select ${into}::uuid, territory_id, name, document_id, locator from territory_namings where owner_id = ${from}::uuid on conflict do nothing`.execute(tx);
  await sql`insert into sheet_links (from_id, role, to_id, position, note)
    select ${into}::uuid, role, to_id, position, note from sheet_links where from_id = ${from}::uuid on conflict do nothing`.execute(tx);
}

export interface Predecessor {
  name: string;
  insee: string | null;
  since: PartialDate | null;
  documentId: string | null;
}

export async function listPredecessors(db: Read, successorId: string): Promise<Predecessor[]> {
  const rows = await db.selectFrom('territory_predecessors').selectAll().where('successor_id', '=', successorId).orderBy('since').orderBy('name').execute();
  return rows.map((row) => ({ name: row.name, insee: row.insee, since: toDate(row.since, row.since_precision), documentId: row.document_id }));
}
