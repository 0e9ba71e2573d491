import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { keepFile, type FileKind } from '~/platform/files/index.ts';
import { recordTold } from './telling.ts';
import type { Kind } from './rules.ts';

export interface Written {
  text: string;
  /** Of the form: sent twice, it is written once. */
  key?: string;
  /** Files that this account has just sent. */
  files?: readonly { id: string; kind: FileKind }[];
  byMail?: boolean;
  /** Attachments of a mail that were not kept. */
  lostFiles?: number;
}

export interface DiscussionInput extends Written {
  kind: Kind;
  /** The group whose people read it. */
  groupId?: string;
  /** The sheet under whose name it is told: the group, who asks, what a conversation is about. */
  aboutId?: string;
  title: string;
  /** Of a private conversation, beside the author. */
  accounts?: readonly string[];
}

export interface Posted {
  discussionId: string;
  position: number;
}

/** Opens a thread with its first message, and tells those whom it is for. The same form sent again leads to the same thread. */
export async function createDiscussion(tx: Tx, actor: Actor, input: DiscussionInput): Promise<Posted> {
  const sent = await findSent(tx, actor, input.key);
  if (sent) return sent;
  const id = newId();
  await tx
    .insertInto('discussions')
    .values({ id, kind: input.kind, group_id: input.groupId ?? null, about_id: input.aboutId ?? input.groupId ?? null, title: input.title, account_id: actor.accountId ?? null })
    .execute();
  const people = input.kind === 'conversation' ? [...new Set([...(input.accounts ?? []), ...(actor.accountId ? [actor.accountId] : [])])] : [];
  if (people.length) await tx.insertInto('discussion_people').values(people.map((account) => ({ discussion_id: id, account_id: account, party: true }))).execute();
  return addMessage(tx, actor, id, input);
}

/** The next message of a thread. Its author follows it from now on. */
export async function addMessage(tx: Tx, actor: Actor, discussionId: string, written: Written): Promise<Posted> {
  const sent = await findSent(tx, actor, written.key);
  if (sent) return sent;
  // One at a time in one thread: places have no gap.
  const thread = await tx
    .updateTable('discussions')
    .set((eb) => ({ messages: eb('messages', '+', 1), last_at: sql`now()` }))
    .where('id', '=', discussionId)
    .returning(['id', 'kind', 'title', 'group_id', 'about_id', 'messages as position'])
    .executeTakeFirstOrThrow();
  const id = newId();
  const words = thread.position === 1 ? `${thread.title}\n${written.text}` : written.text;
  await tx
    .insertInto('discussion_messages')
    .values({
      id, discussion_id: discussionId, position: thread.position, account_id: actor.accountId ?? null, author: actor.name, body_id: actor.onBehalfOf ?? null,
      text: written.text, key: written.key ?? null, by_mail: written.byMail ?? false, lost_files: written.lostFiles ?? 0, search: vectorOf(words),
    })
    .execute();
  await keepFiles(tx, id, actor, written.files ?? []);
  if (actor.accountId) await follow(tx, discussionId, actor.accountId, thread.position);
  await recordTold(tx, actor, thread, id);
  return { discussionId, position: thread.position };
}

/** Words as the searches of the platform read them. */
export const vectorOf = (words: string) => sql<string>`to_tsvector('french_plain', translate(${words}, '-’', '  '))`;

/** What this form has already written. Two sendings at once wait for each other. */
async function findSent(tx: Tx, { accountId }: Actor, key: string | undefined): Promise<Posted | undefined> {
  if (!key || !accountId) return undefined;
  await sql`select pg_advisory_xact_lock(hashtext('discussions'), hashtext(${accountId + key}))`.execute(tx);
  return tx.selectFrom('discussion_messages').select(['discussion_id as discussionId', 'position']).where('account_id', '=', accountId).where('key', '=', key).executeTakeFirst();
}

/** Only files of their own that hang nowhere: an id in a form may be anybody’s. */
async function keepFiles(tx: Tx, messageId: string, { accountId }: Actor, files: readonly { id: string; kind: FileKind }[]): Promise<void> {
  for (const [position, { id, kind }] of files.entries()) {
    const own = await tx.selectFrom('files').select('id').where('id', '=', id).where('account_id', '=', accountId ?? null).where('kept', '=', false).executeTakeFirst();
    if (!own) continue;
    await keepFile(tx, id);
    await tx.insertInto('discussion_files').values({ file_id: id, message_id: messageId, kind, position }).execute();
  }
}

async function follow(tx: Tx, discussionId: string, accountId: string, read: number): Promise<void> {
  await tx
    .insertInto('discussion_people')
    .values({ discussion_id: discussionId, account_id: accountId, read })
    .onConflict((oc) => oc.columns(['discussion_id', 'account_id']).doUpdateSet({ following: true, read: sql`greatest(discussion_people.read, excluded.read)` }))
    .execute();
}
