import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Interest } from './rules.ts';

/** What a body seeks and offers, whole: the last answer is the answer. The event says that it answered, never what. */
export async function updateInterests(tx: Tx, actor: Actor, bodyId: string, interests: readonly Interest[]): Promise<void> {
  await tx.deleteFrom('interests').where('body_id', '=', bodyId).execute();
  if (interests.length) await tx.insertInto('interests').values(interests.map((one) => ({ body_id: bodyId, ...one }))).execute();
  await sql`
    insert into census_answers (body_id, answered_at, function, account_id) values (${bodyId}::uuid, now(), ${actor.name}, ${actor.accountId ?? null}::uuid)
    on conflict (body_id) do update set answered_at = now(), function = excluded.function, account_id = excluded.account_id`.execute(tx);
  await recordEvent(tx, { name: 'matching.answered', sheetId: bodyId, actor });
}

/** Asks the members of a network. One campaign at a time; null when one is open. */
export async function createCampaign(tx: Tx, actor: Actor, networkId: string, until: string): Promise<{ id: string } | null> {
  const id = newId();
  const row = await tx
    .insertInto('census_campaigns')
    .values({ id, network_id: networkId, until, account_id: actor.accountId ?? null })
    .onConflict((oc) => oc.column('network_id').where('closed_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'matching.census', sheetId: networkId, actor });
  return row ?? null;
}

export async function closeCampaign(tx: Tx, actor: Actor, networkId: string): Promise<boolean> {
  const row = await tx.updateTable('census_campaigns').set({ closed_at: sql`now()` }).where('network_id', '=', networkId).where('closed_at', 'is', null).returning('id').executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'matching.census-closed', sheetId: networkId, actor });
  return row !== undefined;
}

/** Once a week at most: the id of the campaign, or null when a reminder has just gone. */
export async function recordReminder(tx: Tx, actor: Actor, networkId: string): Promise<string | null> {
  const row = await tx
    .updateTable('census_campaigns')
    .set({ reminded_at: sql`now()` })
    .where('network_id', '=', networkId)
    .where('closed_at', 'is', null)
    .where(sql<boolean>`coalesce(reminded_at, opened_at) < now() - interval '7 days'`)
    .returning('id')
    .executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'matching.census-reminded', sheetId: networkId, actor });
  return row?.id ?? null;
}
