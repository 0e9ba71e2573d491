import type { Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor, type Changes } from '~/platform/events/index.ts';

/** Counts a version of the sheet and records `<kind>.<what>`: for gestures that write beside the sheet's own columns. */
export async function recordChange(tx: Tx, actor: Actor, sheetId: string, what: string, changes: Changes = {}): Promise<void> {
  const { kind, version } = await tx
    .updateTable('sheets')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', sheetId)
    .returning(['kind', 'version'])
    .executeTakeFirstOrThrow();
  await recordEvent(tx, { name: `${kind}.${what}`, sheetId, actor, changes, version });
}
