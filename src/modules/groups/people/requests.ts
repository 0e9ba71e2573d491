import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { tellAccounts } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import type { Group } from '../queries.ts';
import { joinGroup } from './commands.ts';
import { listLeaders } from './queries.ts';

/** Requests that one account may send in a day, to all groups. */
const mostADay = 20;

/** Asks to come in, for a body; those who lead the group are told. Asking twice is asking once. */
export async function requestEntry(tx: Tx, actor: Actor, group: Group, { accountId, bodyId, word }: { accountId: string; bodyId: string; word: string | null }): Promise<null | { refused: 'requests.many' }> {
  const { n } = await tx.selectFrom('group_requests').select((eb) => eb.fn.countAll<number>().as('n')).where('account_id', '=', accountId).where('created_at', '>', sql<string>`now() - interval '1 day'`).executeTakeFirstOrThrow();
  if (n >= mostADay) return { refused: 'requests.many' };
  const made = await tx.insertInto('group_requests').values({ id: newId(), group_id: group.id, account_id: accountId, body_id: bodyId, word })
    .onConflict((oc) => oc.columns(['group_id', 'account_id']).where('outcome', 'is', null).doNothing()).returning('id').executeTakeFirst();
  if (!made) return null;
  const accounts = await listLeaders(tx, group.id, group.hostId);
  await tellAccounts(tx, { name: 'room.requested', sheetId: group.id, actor }, { accounts, path: paths.people.href({ slug: group.slug }), label: group.title, quiet: true });
  return null;
}

/** Says yes or no, with a word if one likes; the person is told. False: it does not wait any more. */
export async function answerRequest(tx: Tx, actor: Actor, group: Group, id: string, outcome: 'accepted' | 'declined', answer: string | null): Promise<boolean> {
  const row = await tx
    .updateTable('group_requests')
    .set({ outcome, answer, answered_by: actor.name, answered_at: sql`now()` })
    .where('id', '=', id)
    .where('group_id', '=', group.id)
    .where('outcome', 'is', null)
    .returning(['account_id', 'body_id'])
    .executeTakeFirst();
  if (!row) return false;
  if (outcome === 'accepted') await joinGroup(tx, actor, { groupId: group.id, accountId: row.account_id, bodyId: row.body_id });
  const path = outcome === 'accepted' ? paths.show.href({ slug: group.slug }) : paths.join.href({ slug: group.slug });
  await tellAccounts(tx, { name: `room.${outcome}`, sheetId: group.id, actor }, { accounts: [row.account_id], path, label: group.title, quiet: true });
  return true;
}

/** One's own, taken back. */
export async function withdrawRequest(tx: Tx, actor: Actor, groupId: string, id: string): Promise<boolean> {
  const row = await tx
    .updateTable('group_requests')
    .set({ outcome: 'withdrawn', answered_at: sql`now()`, word: null })
    .where('id', '=', id)
    .where('group_id', '=', groupId)
    .where('account_id', '=', actor.accountId!)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'room.withdrawn', actor });
  return row !== undefined;
}
