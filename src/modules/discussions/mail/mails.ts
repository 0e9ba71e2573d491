import { sql, type Tx } from '~/platform/db/index.ts';
import type { Queue, Subscriber, WorkContext } from '~/platform/jobs/index.ts';
import { queueMails } from '~/platform/mail/queue.ts';
import { buildLetters, listRecipients, type Said } from './letters.tsx';

const queueName = 'discussions.mails';
/** Of one statement. */
const batch = 500;

/** To those who want to know at once, the message itself, to be answered by mail; the others read of it in their digest. */
export const mailQueue: Queue = {
  name: queueName,
  async work(_data, context) {
    while (await context.db.transaction().execute((tx) => writeNext(tx, context)));
  },
};

export const tellAtOnce: Subscriber = async (tx, event, context) => {
  if (event.name.startsWith('discussion.')) await context.enqueue(tx, queueName, {});
};

/** All the mails of one message and the mark that they are written, together: killed anywhere, nobody gets two. */
async function writeNext(tx: Tx, context: WorkContext): Promise<boolean> {
  const { rows } = await sql<Said & { eventId: string | null; removed: boolean }>`
    select m.id, m.discussion_id as "discussionId", d.kind, d.title, g.title as "group", m.position, m.text, m.event_id as "eventId", m.removed_at is not null as removed,
      (select count(*) from discussion_files f where f.message_id = m.id) as files,
      concat_ws(', ', case when d.group_id is not null or d.kind = 'conversation' then nullif(a.name, m.author) end, m.author, b.title) as who
    from discussion_messages m join discussions d on d.id = m.discussion_id
    left join sheets g on g.id = d.group_id left join sheets b on b.id = m.body_id left join accounts a on a.id = m.account_id and a.closed_at is null
    where m.mailed_at is null order by m.id limit 1 for update of m skip locked`.execute(tx);
  const said = rows[0];
  if (!said) return false;
  const people = said.removed ? [] : await listRecipients(tx, said.eventId, said.discussionId);
  const mails = await buildLetters(tx, said, people, context);
  for (let at = 0; at < mails.length; at += batch) await queueMails(tx, mails.slice(at, at + batch));
  await tx.updateTable('discussion_messages').set({ mailed_at: sql`now()` }).where('id', '=', said.id).execute();
  return true;
}
