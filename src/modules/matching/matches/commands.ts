import { sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Reason } from '../weights.ts';

/** « Pas pour nous »: hidden from both at once; both are compared again, and the reason counts for less for this side. */
export async function addRefusal(tx: Tx, actor: Actor, bodyId: string, otherId: string, reason: Reason | null): Promise<void> {
  await tx
    .insertInto('match_refusals')
    .values({ body_id: bodyId, other_id: otherId, reason, account_id: actor.accountId ?? null })
    .onConflict((oc) => oc.columns(['body_id', 'other_id']).doUpdateSet({ reason }))
    .execute();
  await noteChanged(tx, actor, [bodyId, otherId]);
}

/** Taken back: seen again by both, unless the other side set it aside too; what it taught is forgotten. */
export async function removeRefusal(tx: Tx, actor: Actor, bodyId: string, otherId: string): Promise<boolean> {
  const row = await tx.deleteFrom('match_refusals').where('body_id', '=', bodyId).where('other_id', '=', otherId).returning('body_id').executeTakeFirst();
  if (row) await noteChanged(tx, actor, [bodyId, otherId]);
  return row !== undefined;
}

async function noteChanged(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  await sql`insert into match_changes (body_id) select unnest(${[...ids]}::uuid[]) on conflict do nothing`.execute(tx);
  await recordEvent(tx, { name: 'matching.lesson', sheetId: ids[0]!, actor });
}

/** Read by the network's animator and left as it is: not shown to them again. The two members go on seeing it. */
export async function addReview(tx: Tx, networkId: string, a: string, b: string): Promise<void> {
  const [low, high] = [a, b].sort() as [string, string];
  await tx.insertInto('match_reviews').values({ network_id: networkId, low_id: low, high_id: high }).onConflict((oc) => oc.doNothing()).execute();
}
