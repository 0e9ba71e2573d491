import type { Read, Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { addFact, recordChange, toDate, type Source } from '~/sheets/index.ts';

/** A label or a distinction: who gave it, when, where it is said (R020). A fact of the sheet, so that a doubt can be raised on it. */
export interface Distinction {
  id: string;
  name: string;
  issuer: string | null;
  year: PartialDate | null;
}

export async function listDistinctions(db: Read, sheetId: string): Promise<Distinction[]> {
  const rows = await db.selectFrom('sheet_facts').select(['id', 'value', 'label', 'observed', 'observed_precision']).where('sheet_id', '=', sheetId).where('field', '=', 'distinction').orderBy('observed').orderBy('position').execute();
  return rows.map((row) => ({ id: row.id, name: row.value, issuer: row.label, year: toDate(row.observed, row.observed_precision) }));
}

export async function addDistinction(tx: Tx, actor: Actor, sheetId: string, given: { name: string; issuer: string; year: PartialDate | null; source: Source }): Promise<void> {
  await addFact(tx, sheetId, { field: 'distinction', value: given.name, label: given.issuer, observed: given.year ?? undefined, sources: [given.source] });
  await recordChange(tx, actor, sheetId, 'distinction', { distinction: [null, `${given.name}, ${given.issuer}`] });
}

/** False when it is not there any more. */
export async function removeDistinction(tx: Tx, actor: Actor, sheetId: string, id: string, reason: string): Promise<boolean> {
  const gone = await tx.deleteFrom('sheet_facts').where('sheet_id', '=', sheetId).where('field', '=', 'distinction').where('id', '=', id).returning(['value', 'label']).executeTakeFirst();
  if (!gone) return false;
  await recordChange(tx, actor, sheetId, 'distinction', { distinction: [[gone.value, gone.label].filter(Boolean).join(', '), null], motif: [null, reason] });
  return true;
}
