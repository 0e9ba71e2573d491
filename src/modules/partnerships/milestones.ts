import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { recordChange } from '~/sheets/index.ts';
import { addSourceOnce } from './queries.ts';
import type { MilestoneInput } from './types.ts';

export function milestoneRow(id: string, { kind, title, detail, planned, at, source }: MilestoneInput, position: number) {
  return {
    id: newId(), sheet_id: id, kind, title, detail: detail ?? null, planned: planned ?? false, at: at?.value ?? null,
    at_precision: at?.precision ?? null, document_id: source?.document ?? null, locator: source?.locator ?? null, position,
  };
}

export async function addMilestone(tx: Tx, actor: Actor, sheetId: string, milestone: MilestoneInput): Promise<void> {
  const { next } = await tx.selectFrom('partnership_milestones').select(sql<number>`coalesce(max(position) + 1, 0)`.as('next')).where('sheet_id', '=', sheetId).executeTakeFirstOrThrow();
  await tx.insertInto('partnership_milestones').values(milestoneRow(sheetId, milestone, Number(next))).execute();
  await addSourceOnce(tx, sheetId, milestone.source);
  await recordChange(tx, actor, sheetId, 'milestone', { etape: [null, milestone.title] });
}

/** A moment told by mistake. The event keeps what it said, and why it went. */
export async function removeMilestone(tx: Tx, actor: Actor, sheetId: string, id: string, reason: string): Promise<void> {
  const row = await tx.deleteFrom('partnership_milestones').where('id', '=', id).where('sheet_id', '=', sheetId).returning('title').executeTakeFirst();
  if (!row) return;
  await recordChange(tx, actor, sheetId, 'milestone', { etape: [row.title, null], raison: [null, reason] });
}
