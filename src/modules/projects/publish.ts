import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { mayBecome, type ActionState } from '~/modules/strategies/index.ts';
import { changeSheetState, recordChange, type Source } from '~/sheets/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { getMarks } from './edit.ts';
import { findUnanswered, type MarkRefusal, type Marks } from './rules.ts';

/** Written by a person, with its reason when the answer wants one. */
export async function updateMarks(tx: Tx, id: string, marks: Marks): Promise<void> {
  await tx
    .updateTable('actions')
    .set({ rights: marks.rights, rights_note: marks.rightsNote, gender: marks.gender, gender_note: marks.genderNote })
    .where('sheet_id', '=', id)
    .execute();
}

/** Everybody reads it from then on. Never before somebody has answered for human rights and for equality. */
export async function publishAction(tx: Tx, actor: Actor, id: string): Promise<'published' | MarkRefusal | { refused: 'published-already' }> {
  const sheet = await tx.selectFrom('sheets').select('visibility').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (sheet.visibility === 'public') return { refused: 'published-already' };
  const marks = await getMarks(tx, id);
  const unanswered = findUnanswered(marks);
  if (unanswered) return unanswered;
  await tx.updateTable('sheets').set({ visibility: 'public' }).where('id', '=', id).execute();
  await recordChange(tx, actor, id, 'published', { droits: [null, marks.rights], egalite: [null, marks.gender] });
  return 'published';
}

export async function changeActionState(tx: Tx, actor: Actor, id: string, change: { state: ActionState; at?: PartialDate; reason?: string; source?: Source }): Promise<'changed' | { refused: 'state-order' }> {
  const { state } = await tx.selectFrom('sheets').select('state').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (state && !mayBecome(state as ActionState, change.state)) return { refused: 'state-order' };
  await changeSheetState(tx, actor, id, change);
  return 'changed';
}
