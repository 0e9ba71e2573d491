import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { findPartialDate } from '~/platform/dates/partial.ts';
import { recordChange } from '../change.ts';
import { patchSheet } from '../commands.ts';
import { listContradictions } from './queries.ts';

/**
 * One value holds; the others stay with their sources and stop disagreeing. « À confirmer » goes with the last contradiction.
 * False when somebody settled it meanwhile.
 */
export async function settleFact(tx: Tx, actor: Actor, sheetId: string, factId: string, note: string): Promise<boolean> {
  await tx.selectFrom('sheets').select('id').where('id', '=', sheetId).forUpdate().executeTakeFirstOrThrow();
  const all = await listContradictions(tx, sheetId);
  const kept = all.find((one) => one.id === factId);
  if (!kept) return false;
  const rivals = all.filter((one) => one.field === kept.field);
  await tx.updateTable('sheet_facts')
    .set((eb) => ({ chosen: eb('id', '=', factId).$castTo<boolean>(), outdated: eb('id', '<>', factId).$castTo<boolean>(), settled_note: note, settled_by: actor.name, settled_at: sql`now()` }))
    .where('id', 'in', rivals.map((one) => one.id)).execute();
  const isOver = all.length === rivals.length;
  // A year of departure or of end is also the sheet's own.
  const day = kept.field === 'start' || kept.field === 'end' ? { [kept.field]: findPartialDate(kept.value) } : {};
  await patchSheet(tx, sheetId, { ...day, ...(isOver ? { toConfirm: false } : {}) });
  const before = rivals.map((one) => one.value);
  await recordChange(tx, actor, sheetId, 'settled', { valeur: [before, kept.value], note_tranchee: [null, note] });
  return true;
}
