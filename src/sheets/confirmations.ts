import { newId, sql, type Read, type Tx } from '~/platform/db/index.ts';
import { recordChange } from './change.ts';
import type { Actor } from '~/platform/events/index.ts';

export interface SideConfirmation {
  bodyId: string;
  function: string;
  /** ISO day in France. */
  on: string;
}

/** R037: one side of a shared sheet says that it is right. Each body's last word counts. */
export async function recordConfirmation(tx: Tx, actor: Actor, sheetId: string, bodyId: string): Promise<void> {
  const { version } = await tx.selectFrom('sheets').select('version').where('id', '=', sheetId).forUpdate().executeTakeFirstOrThrow();
  await tx
    .insertInto('sheet_confirmations')
    .values({ id: newId(), sheet_id: sheetId, body_id: bodyId, function: actor.name, account_id: actor.accountId ?? null, sheet_version: version })
    .execute();
  await recordChange(tx, actor, sheetId, 'agreed');
}

/** The last one of each body. */
export async function listConfirmations(db: Read, sheetId: string): Promise<SideConfirmation[]> {
  const { rows } = await sql<SideConfirmation>`
    select distinct on (body_id) body_id as "bodyId", function, to_char(at at time zone 'Europe/Paris', 'YYYY-MM-DD') as "on"
    from sheet_confirmations where sheet_id = ${sheetId} order by body_id, at desc`.execute(db);
  return rows;
}
