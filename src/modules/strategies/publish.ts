import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { changeSheetState, recordChange, toDate, type Source } from '~/sheets/index.ts';
import { isMultiYear } from './rules.ts';

export interface Publication {
  /** Null: presented, and adopted by nobody yet. */
  adopted: { on: PartialDate; by: string } | null;
  presentedBy: string | null;
  source?: Source;
}

/** From then on everybody reads it, with its objectives. */
export async function publishStrategy(tx: Tx, actor: Actor, id: string, { adopted, presentedBy, source }: Publication): Promise<'published' | { refused: 'ambition-missing' | 'period-missing' | 'published-already' }> {
  const sheet = await tx.selectFrom('sheets').select(['visibility', 'start_date', 'start_precision', 'end_date', 'end_precision']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (sheet.visibility !== 'draft') return { refused: 'published-already' };
  const row = await tx.selectFrom('strategies').select('ambition').where('sheet_id', '=', id).executeTakeFirstOrThrow();
  if (!row.ambition) return { refused: 'ambition-missing' };
  const period = { start: toDate(sheet.start_date, sheet.start_precision), end: toDate(sheet.end_date, sheet.end_precision) };
  if (!isMultiYear(period)) return { refused: 'period-missing' };
  await tx.updateTable('strategies').set({ presented_by: presentedBy }).where('sheet_id', '=', id).execute();
  await tx
    .updateTable('sheets')
    .set({ visibility: 'public' })
    .where((eb) => eb.or([eb('id', '=', id), eb('id', 'in', eb.selectFrom('objectives').select('sheet_id').where('strategy_id', '=', id))]))
    .where('visibility', '=', 'draft')
    .execute();
  if (adopted) await recordAdoption(tx, actor, id, adopted, source);
  else await changeSheetState(tx, actor, id, { state: 'presented', source });
  await recordChange(tx, actor, id, 'published');
  return 'published';
}

export async function recordAdoption(tx: Tx, actor: Actor, id: string, { on, by }: { on: PartialDate; by: string }, source?: Source): Promise<void> {
  await tx.updateTable('strategies').set({ standing: 'adopted', adopted_on: on.value, adopted_precision: on.precision, adopted_by: by }).where('sheet_id', '=', id).execute();
  await changeSheetState(tx, actor, id, { state: 'adopted', at: on, source });
}
