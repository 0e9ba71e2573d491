import { endMandate, grantMandate } from '~/modules/accounts/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { tellAccounts } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import type { Group } from '../queries.ts';

/** Entrusts the chair to somebody of the group. False when they are not a member of it. */
export async function appointChair(tx: Tx, actor: Actor, group: Group, accountId: string): Promise<boolean> {
  await tx.selectFrom('group_members').select('account_id').where('group_id', '=', group.id).where('account_id', '=', accountId).forUpdate().execute();
  const member = await tx.selectFrom('group_places').select('account_id').where('group_id', '=', group.id).where('account_id', '=', accountId).where('standing', '=', 'member').executeTakeFirst();
  if (!member) return false;
  await grantMandate(tx, actor, { accountId, role: 'chair', bodyId: group.id });
  await tellAccounts(tx, { name: 'room.chair', sheetId: group.id, actor }, { accounts: [accountId], path: paths.people.href({ slug: group.slug }), label: group.title, quiet: true });
  return true;
}

export async function endChair(tx: Tx, actor: Actor, groupId: string, mandateId: string): Promise<boolean> {
  const held = await tx.selectFrom('mandates').select('id').where('id', '=', mandateId).where('body_id', '=', groupId).where('role', '=', 'chair').where('ended_at', 'is', null).executeTakeFirst();
  if (held) await endMandate(tx, actor, mandateId);
  return held !== undefined;
}

/** Whoever leaves the group chairs it no more; a guest by a mandate is one no more. */
export async function endMandatesIn(tx: Tx, actor: Actor, groupId: string, accountId: string): Promise<boolean> {
  const held = await tx.selectFrom('mandates').select('id').where('body_id', '=', groupId).where('account_id', '=', accountId).where('role', 'in', ['chair', 'expert']).where('ended_at', 'is', null).execute();
  for (const { id } of held) await endMandate(tx, actor, id);
  return held.length > 0;
}
