import { newId, type Read, type Tx } from '~/platform/db/index.ts';

/** Who acts. `name` is what everybody may read for ever: a function, never a person's name. */
export interface Actor {
  name: string;
  /** The body's sheet. */
  onBehalfOf?: string;
  accountId?: string;
  /** `animator`: on a member's sheet, and tagged so. */
  role?: string;
}

/** The instance itself: reference data and the demonstration world. */
export const instance: Actor = { name: 'instance' };

export type Changes = Record<string, [before: unknown, after: unknown]>;

export interface Happening {
  name: string;
  sheetId?: string;
  actor: Actor;
  changes?: Changes;
  /** The sheet's version after the change. */
  version?: number;
}

/** Writes what happened, in the transaction that made it happen: history, caches, feeds and mail learn of it from here. Its id. */
export async function recordEvent(tx: Tx, event: Happening): Promise<string> {
  const id = newId();
  await tx
    .insertInto('events')
    .values({
      id,
      name: event.name,
      sheet_id: event.sheetId ?? null,
      actor: event.actor.name,
      on_behalf_of: event.actor.onBehalfOf ?? null,
      account_id: event.actor.accountId ?? null,
      acting_role: event.actor.role ?? null,
      sheet_version: event.version ?? null,
      changes: JSON.stringify(event.changes ?? {}),
    })
    .execute();
  return id;
}

/** Position of the last committed event, 0 before the first. It grows with each change and with nothing else. */
export async function getLastPosition(db: Read): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select('position')
    .where('position', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Number(row?.position ?? 0);
}
