import { newId, type Tx } from '~/platform/db/index.ts';
import { earliestDay } from '~/platform/dates/partial.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { EditRefusal, Input } from '~/sheets/index.ts';

/** Entered by hand, or from an answer to one of the body's listings. Nothing is recorded in the history: it is private. */
export async function createRequest(tx: Tx, bodyId: string, input: Input, { answerId, today }: { answerId: string | null; today: string }): Promise<{ id: string } | EditRefusal> {
  const received = earliestDay(input.date('recue')!);
  if (received > today) return { refused: 'future', field: 'recue' };
  const made = await tx.insertInto('incoming_requests').values({
    id: newId(), body_id: bodyId, answer_id: answerId, sender: input.text('demandeur')!, country: input.text('pays_demandeur'), subject: input.text('demande')!, received_on: received,
  }).onConflict((oc) => oc.column('answer_id').where('answer_id', 'is not', null).doNothing()).returning('id').executeTakeFirst();
  // Two colleagues press the same button: the second is led to the request of the first.
  return made ?? tx.selectFrom('incoming_requests').select('id').where('answer_id', '=', answerId).executeTakeFirstOrThrow();
}

/** The grid may be filled bit by bit; a decision has its reason. */
export async function sortRequest(tx: Tx, actor: Actor, id: string, input: Input, today: string): Promise<'sorted' | EditRefusal> {
  const decision = input.text('decision');
  if (decision && !input.text('motif')) return { refused: 'reason', field: 'motif' };
  await tx.updateTable('incoming_requests').set({
    priorities: input.text('priorites'), known: input.text('connu'), means: input.text('moyens_dispo'), reciprocity: input.text('reciprocite'),
    decision, reason: input.text('motif'), decided_on: decision ? today : null, decided_by: decision ? actor.name : null,
  }).where('id', '=', id).execute();
  return 'sorted';
}
