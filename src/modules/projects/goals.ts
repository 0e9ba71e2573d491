import type { Read, Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { listTargets } from '~/reference/index.ts';
import { patchSheet, recordChange } from '~/sheets/index.ts';

export const approaches = ['ascending', 'descending'] as const;
export type Approach = (typeof approaches)[number];

export interface GoalTag {
  goal: number;
  /** `6.1`; empty: the goal as a whole. */
  target: string;
  reason: string;
  approach: Approach;
}

/** Why the action serves the goal is part of saying so: no tag without its reason. The same goal or target said again takes the place of what was there. */
export async function addGoal(tx: Tx, actor: Actor, actionId: string, tag: GoalTag): Promise<'added' | { refused: 'reason-missing' | 'target-unknown' }> {
  if (!tag.reason.trim()) return { refused: 'reason-missing' };
  if (tag.target && !listTargets(tag.goal).some((one) => one.code === tag.target)) return { refused: 'target-unknown' };
  const before = (await listGoalTags(tx, actionId)).find((one) => one.goal === tag.goal && one.target === tag.target);
  await tx
    .insertInto('action_goals')
    .values({ action_id: actionId, ...tag })
    .onConflict((oc) => oc.columns(['action_id', 'goal', 'target']).doUpdateSet({ reason: tag.reason, approach: tag.approach }))
    .execute();
  await updateSheetGoals(tx, actionId);
  await recordChange(tx, actor, actionId, 'goal', {
    odd: [null, String(tag.goal)], ...(tag.target ? { cible: [null, tag.target] } : {}),
    approche: [before?.approach ?? null, tag.approach], justification: [before?.reason ?? null, tag.reason],
  });
  return 'added';
}

export async function removeGoal(tx: Tx, actor: Actor, actionId: string, goal: number, target: string): Promise<'removed' | { refused: 'unknown' }> {
  const gone = await tx.deleteFrom('action_goals').where('action_id', '=', actionId).where('goal', '=', goal).where('target', '=', target).returning('reason').executeTakeFirst();
  if (!gone) return { refused: 'unknown' };
  await updateSheetGoals(tx, actionId);
  await recordChange(tx, actor, actionId, 'goal', { odd: [String(goal), null], ...(target ? { cible: [target, null] } : {}), justification: [gone.reason, null] });
  return 'removed';
}

export async function listGoalTags(db: Read, actionId: string): Promise<GoalTag[]> {
  const rows = await db.selectFrom('action_goals').select(['goal', 'target', 'reason', 'approach']).where('action_id', '=', actionId).orderBy('goal').orderBy('target').execute();
  return rows.map((row) => ({ ...row, approach: row.approach as Approach }));
}

/** What lists, the map and the pages of goals read. */
async function updateSheetGoals(tx: Tx, actionId: string): Promise<void> {
  await patchSheet(tx, actionId, { sdgs: [...new Set((await listGoalTags(tx, actionId)).map((tag) => tag.goal))] });
}
