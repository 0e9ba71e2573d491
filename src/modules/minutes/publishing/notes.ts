import { newId, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { recordChange, type SheetRef } from '~/sheets/index.ts';

export interface NoteInput {
  text: string;
  /** ISO day. */
  dated: string;
}

/** Beside the minutes, dated and signed by a function; the minutes themselves do not change. */
export async function addNote(tx: Tx, actor: Actor, sheet: Pick<SheetRef, 'id'>, { text, dated }: NoteInput): Promise<void> {
  await tx.insertInto('context_notes').values({ id: newId(), sheet_id: sheet.id, text, dated, signed: actor.name, kind: 'note' }).execute();
  await recordChange(tx, actor, sheet.id, 'note');
}

/** What to read instead, about somebody's words or a part: beside them too. */
export async function addErratum(tx: Tx, actor: Actor, sheet: Pick<SheetRef, 'id'>, { text, dated, roleId, partId }: NoteInput & { roleId?: string; partId?: string }): Promise<void> {
  await tx.insertInto('context_notes').values({ id: newId(), sheet_id: sheet.id, text, dated, signed: actor.name, kind: 'erratum', role_id: roleId ?? null, part_id: partId ?? null }).execute();
  await recordChange(tx, actor, sheet.id, 'erratum');
}
