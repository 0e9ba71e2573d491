import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { addLinks, recordChange, refreshSheet } from '~/sheets/index.ts';

export interface Joining {
  groupId: string;
  accountId: string;
  /** For whom they come; null for a guest. */
  bodyId: string | null;
  standing?: 'member' | 'guest';
  /** A guest's last day, ISO. */
  until?: string;
}

/**
 * Puts somebody in a group. Coming for an authority makes it a member of the group, which everybody may read; the person
 * is known to the group's people alone, and the event names nobody.
 */
export async function joinGroup(tx: Tx, actor: Actor, { groupId, accountId, bodyId, standing = 'member', until }: Joining): Promise<void> {
  const last = standing === 'guest' ? (until ?? null) : null;
  const isThere = sql`exists (select 1 from group_places p where p.group_id = group_members.group_id and p.account_id = group_members.account_id)`;
  // Who comes back comes from today on; who is a member stays one when invited as a guest.
  await sql`insert into group_members (group_id, account_id, body_id, standing, until) values (${groupId}, ${accountId}, ${bodyId}, ${standing}, ${last})
    on conflict (group_id, account_id) do update set body_id = excluded.body_id, standing = excluded.standing, until = excluded.until, ended_at = null,
      since = case when ${isThere} then group_members.since else current_date end
    where not ${isThere} or group_members.standing = 'guest'`.execute(tx);
  if (standing === 'member' && bodyId) await addMemberBody(tx, actor, groupId, bodyId);
}

async function addMemberBody(tx: Tx, actor: Actor, groupId: string, bodyId: string): Promise<void> {
  const there = await tx.selectFrom('sheet_links').select('to_id').where('from_id', '=', groupId).where('to_id', '=', bodyId).where('role', '=', 'member').executeTakeFirst();
  const body = await tx.selectFrom('sheets').select('title').where('id', '=', bodyId).where('kind', 'in', ['territory', 'organisation']).executeTakeFirst();
  if (there || !body) return;
  await addLinks(tx, groupId, [{ role: 'member', to: bodyId }]);
  await refreshSheet(tx, groupId);
  await recordChange(tx, actor, groupId, 'member', { membres: [null, body.title] });
}

/** Ends somebody's place; what they wrote stays. `withBody`: their authority leaves too, when nobody else is there for it. */
export async function leaveGroup(tx: Tx, actor: Actor, groupId: string, accountId: string, withBody = false): Promise<boolean> {
  const row = await tx
    .updateTable('group_members')
    .set({ ended_at: sql`now()` })
    .where('group_id', '=', groupId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .returning('body_id')
    .executeTakeFirst();
  if (!row) return false;
  if (withBody && row.body_id && !(await hasOthers(tx, groupId, row.body_id))) await removeMemberBody(tx, actor, groupId, row.body_id);
  return true;
}

/** Whether somebody is in the group for this body. */
async function hasOthers(tx: Tx, groupId: string, bodyId: string): Promise<boolean> {
  const row = await tx.selectFrom('group_places').select('account_id').where('group_id', '=', groupId).where('body_id', '=', bodyId).where('standing', '=', 'member').limit(1).executeTakeFirst();
  return row !== undefined;
}

async function removeMemberBody(tx: Tx, actor: Actor, groupId: string, bodyId: string): Promise<void> {
  const gone = await tx.deleteFrom('sheet_links').where('from_id', '=', groupId).where('to_id', '=', bodyId).where('role', '=', 'member').returning('to_id').executeTakeFirst();
  if (!gone) return;
  const { title } = await tx.selectFrom('sheets').select('title').where('id', '=', bodyId).executeTakeFirstOrThrow();
  await refreshSheet(tx, groupId);
  await recordChange(tx, actor, groupId, 'member', { membres: [title, null] });
}
