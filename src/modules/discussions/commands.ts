import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { tellAccounts } from '~/sheets/index.ts';
import { paths } from './paths.ts';
import { vectorOf } from './posting.ts';
import { listReaders } from './readable.ts';
import type { OpenThread } from './rooms.ts';

/** No body and no sheet: nobody learns from an event that somebody wrote. */
const record = (tx: Tx, actor: Actor, name: string) => recordEvent(tx, { name, actor: { ...actor, onBehalfOf: undefined } });

/** Its author’s new words; the former ones are kept aside for who leads. False when it is not theirs, or gone. */
export async function updateMessage(tx: Tx, actor: Actor, id: string, text: string): Promise<boolean> {
  const row = await tx
    .selectFrom('discussion_messages as m').innerJoin('discussions as d', 'd.id', 'm.discussion_id')
    .select(['m.text', 'm.position', 'd.title']).where('m.id', '=', id).where('m.account_id', '=', actor.accountId ?? null).where('m.removed_at', 'is', null).forUpdate('m').executeTakeFirst();
  if (!row) return false;
  if (row.text === text) return true;
  await tx.insertInto('discussion_versions').values({ message_id: id, text: row.text }).execute();
  await tx.updateTable('discussion_messages').set({ text, edited_at: sql`now()`, search: vectorOf(row.position === 1 ? `${row.title}\n${text}` : text) }).where('id', '=', id).execute();
  await record(tx, actor, 'discussion.edited');
  return true;
}

/** Its words and files are no longer shown; its place stays, and says so. By its author, or with a reason by who leads. */
export async function removeMessage(tx: Tx, actor: Actor, id: string, by: { author: true } | { reason: string }): Promise<boolean> {
  const row = await tx.selectFrom('discussion_messages').select(['text', 'account_id', 'discussion_id', 'position']).where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst();
  if (!row || ('author' in by && row.account_id !== actor.accountId)) return false;
  const reason = 'reason' in by ? by.reason : null;
  await tx.insertInto('discussion_versions').values({ message_id: id, text: row.text }).execute();
  await tx.updateTable('discussion_messages').set({ text: '', removed_at: sql`now()`, removed_by: reason === null ? 'author' : 'lead', reason, search: vectorOf('') }).where('id', '=', id).execute();
  await tx.updateTable('discussions').set({ accepted: null }).where('id', '=', row.discussion_id).where('accepted', '=', row.position).execute();
  await tx.updateTable('discussion_reports').set({ outcome: 'removed', handled_by: actor.name, handled_at: sql`now()` }).where('message_id', '=', id).where('outcome', 'is', null).execute();
  await record(tx, actor, 'discussion.removed');
  return true;
}

/** Asks those who lead to look at a message. Twice by the same person is once. */
export async function addReport(tx: Tx, actor: Actor, messageId: string, reason: string): Promise<void> {
  await tx.insertInto('discussion_reports').values({ id: newId(), message_id: messageId, account_id: actor.accountId ?? null, reason }).onConflict((oc) => oc.columns(['message_id', 'account_id']).doNothing()).execute();
  await record(tx, actor, 'discussion.reported');
}

/** Nothing against it: the message stays. */
export async function closeReport(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await tx.updateTable('discussion_reports').set({ outcome: 'kept', handled_by: actor.name, handled_at: sql`now()` }).where('id', '=', id).where('outcome', 'is', null).returning('id').executeTakeFirst();
  if (row) await record(tx, actor, 'discussion.kept');
}

/** The one answer that helped, or none any more. Its author is told, if they may still read it. False when there is no such answer. */
export async function acceptAnswer(tx: Tx, actor: Actor, thread: OpenThread, position: number | null): Promise<boolean> {
  if (position === null) {
    await tx.updateTable('discussions').set({ accepted: null }).where('id', '=', thread.id).execute();
    await record(tx, actor, 'discussion.reopened');
    return true;
  }
  const answer = await tx.selectFrom('discussion_messages').select(['account_id']).where('discussion_id', '=', thread.id).where('position', '=', position).where('position', '>', 1).where('removed_at', 'is', null).executeTakeFirst();
  if (!answer) return false;
  await tx.updateTable('discussions').set({ accepted: position }).where('id', '=', thread.id).execute();
  const { about_id: sheetId } = await tx.selectFrom('discussions').select('about_id').where('id', '=', thread.id).executeTakeFirstOrThrow();
  const { onBehalfOf: _, ...who } = actor;
  if (sheetId === null) await recordEvent(tx, { name: 'discussion.accepted', actor: who });
  else await tellAccounts(tx, { name: 'discussion.accepted', sheetId, actor: who }, { accounts: await listReaders(tx, thread.id, [answer.account_id]), path: paths.show.href({ id: thread.id }), label: thread.title, quiet: true });
  return true;
}

/** In one click. Who leaves a conversation stays in it, and is no longer told. */
export async function updateFollowing(tx: Tx, accountId: string, discussionId: string, following: boolean): Promise<void> {
  await tx
    .insertInto('discussion_people')
    .values({ discussion_id: discussionId, account_id: accountId, following })
    .onConflict((oc) => oc.columns(['discussion_id', 'account_id']).doUpdateSet({ following }))
    .execute();
}

/** How far this account has read; no mail tells it again what it has just read. */
export async function recordRead(tx: Tx, accountId: string, discussionId: string, upTo: number, last: boolean): Promise<void> {
  await tx
    .insertInto('discussion_people')
    .values({ discussion_id: discussionId, account_id: accountId, following: false, read: upTo })
    .onConflict((oc) => oc.columns(['discussion_id', 'account_id']).doUpdateSet({ read: sql`greatest(discussion_people.read, excluded.read)` }))
    .execute();
  if (!last) return;
  await tx.updateTable('notifications').set({ read_at: sql`now()` }).where('account_id', '=', accountId).where('path', '=', paths.show.href({ id: discussionId })).where('read_at', 'is', null).execute();
}
