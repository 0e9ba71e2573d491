import { sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { tellAccounts } from '~/sheets/index.ts';
import { paths } from './paths.ts';
import { mayReadAccount } from './readable.ts';

interface Thread {
  id: string;
  kind: string;
  title: string;
  group_id: string | null;
  about_id: string | null;
  position: number;
}

/** What a message is called in the news, by the words of `notices`. */
function eventOf({ kind, position }: Pick<Thread, 'kind' | 'position'>): string {
  if (kind === 'conversation') return 'discussion.conversation';
  if (position === 1) return kind === 'question' ? 'discussion.asked' : 'discussion.opened';
  return kind === 'question' ? 'discussion.answered' : 'discussion.written';
}

/**
 * Tells the people of the group that a thread opens, then those who follow it of each message. The event is quiet: that
 * somebody wrote in a group is told to its people only. Those who want to know at once get the message itself (mails.ts).
 */
export async function recordTold(tx: Tx, actor: Actor, thread: Thread, messageId: string): Promise<void> {
  const { onBehalfOf: _, ...who } = actor;
  const name = eventOf(thread);
  const people = await listPeople(tx, thread, actor.accountId);
  const eventId = thread.about_id === null
    ? await recordEvent(tx, { name, actor: who })
    : await tellAccounts(tx, { name, sheetId: thread.about_id, actor: who }, {
        accounts: people.map(({ id }) => id), written: people.filter(({ now }) => now).map(({ id }) => id),
        path: paths.show.href({ id: thread.id }), label: thread.title, quiet: true,
      });
  await tx.updateTable('discussion_messages').set({ event_id: eventId, ...(people.some(({ now }) => now) ? {} : { mailed_at: sql`now()` }) }).where('id', '=', messageId).execute();
}

/** Who may still read it; `now`: wants each thing at once. */
async function listPeople(tx: Tx, thread: Thread, author: string | undefined): Promise<{ id: string; now: boolean }[]> {
  const opens = thread.position === 1 && thread.group_id !== null;
  const { rows } = await sql<{ id: string; now: boolean }>`
    with d as (select * from discussions where id = ${thread.id}::uuid),
    who as (
      select account_id from discussion_people where discussion_id = ${thread.id}::uuid and following
      ${opens ? sql`union select account_id from group_places where group_id = ${thread.group_id}::uuid
      union select account_id from mandates m where body_id = ${thread.group_id}::uuid and ${mandateInForce}` : sql``})
    select a.id, coalesce(c.rhythm = 'now', false) as now
    from who join accounts a on a.id = who.account_id and a.closed_at is null join d on true left join mail_choices c on c.account_id = a.id
    where a.id is distinct from ${author ?? null}::uuid and ${mayReadAccount}`.execute(tx);
  return rows;
}

const mandateInForce = sql`m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)`;
