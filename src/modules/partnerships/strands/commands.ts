import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { recordChange } from '~/sheets/index.ts';
import { addSourceOnce, getStateForUpdate } from '../queries.ts';
import type { Refusal } from '../rules.ts';
import type { StateInput, StrandInput } from '../types.ts';
import { checkStrandChange, strandsFollowing, type Strand, type StrandState } from './rules.ts';

/** A strand has its own state: students may go on when officials stop. */
export async function changeStrand(tx: Tx, actor: Actor, id: string, change: StrandInput): Promise<Refusal | null> {
  const partnership = await getStateForUpdate(tx, id);
  const from = (await listPresent(tx, id)).get(change.strand);
  const refused = checkStrandChange(partnership, from, change);
  if (refused) return refused;
  await addStrandState(tx, actor, id, change);
  await recordChange(tx, actor, id, 'strand', { volet: [change.strand, change.strand], etat_volet: [from ?? null, change.state], ...(change.reason ? { raison: [null, change.reason] } : {}) });
  return null;
}

/** Called when the partnership itself changed: one event tells of it already. */
export async function followPartnership(tx: Tx, actor: Actor, id: string, change: StateInput): Promise<void> {
  const present = await listPresent(tx, id);
  for (const one of strandsFollowing(change.state, present)) {
    await addStrandState(tx, actor, id, { ...one, at: change.at, reason: change.reason, note: change.note, source: change.source });
  }
}

async function listPresent(tx: Tx, id: string): Promise<Map<Strand, StrandState>> {
  const rows = await tx.selectFrom('partnership_strands').select(['strand', 'state']).where('sheet_id', '=', id).orderBy('position').execute();
  return new Map(rows.map((row) => [row.strand as Strand, row.state as StrandState]));
}

async function addStrandState(tx: Tx, actor: Actor, id: string, change: StrandInput): Promise<void> {
  await tx
    .insertInto('partnership_strands')
    .values((eb) => ({
      id: newId(),
      sheet_id: id,
      strand: change.strand,
      state: change.state,
      at: change.at?.value ?? null,
      at_precision: change.at?.precision ?? null,
      evidence: change.evidence ?? null,
      reason: change.reason ?? null,
      note: change.note ?? null,
      author: actor.name,
      document_id: change.source?.document ?? null,
      locator: change.source?.locator ?? null,
      position: eb.selectFrom('partnership_strands').select(sql<number>`count(*)`.as('n')).where('sheet_id', '=', id).where('strand', '=', change.strand),
    }))
    .execute();
  await addSourceOnce(tx, id, change.source);
}
