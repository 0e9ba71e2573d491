import { signLinks } from '~/modules/accounts/index.ts';
import { sql, type Db, type Tx } from '~/platform/db/index.ts';
import type { Queue, Subscriber, WorkContext } from '~/platform/jobs/index.ts';
import { findInstance } from '~/platform/instance.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { queueMails } from '~/platform/mail/queue.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { buildIssueMail } from './mail.tsx';
import { findIssue, listItems, type Issue } from './queries.ts';
import { isWanted } from './rules.ts';

const queueName = 'newsletter.send';
const batch = 200;

/** As soon as it is asked for, and every ten minutes what a crash may have left. */
export const sendQueue: Queue = { name: queueName, cron: '*/10 * * * *', work: (_data, context) => sendIssues(context) };

export const sendAsked: Subscriber = async (tx, event, context) => {
  if (event.name === 'newsletter.sending') await context.enqueue(tx, queueName, {});
};

export async function sendIssues(context: WorkContext): Promise<void> {
  const rows = await context.db.selectFrom('newsletter_issues').select('id').where('state', '=', 'sending').orderBy('number').execute();
  for (const { id } of rows) {
    const issue = await findIssue(context.db, { id });
    if (issue) await sendIssue(context, issue);
  }
}

interface Recipient {
  id: string;
  mail: string;
  lang: Lang;
  themes: string[];
  zones: string[];
}

/** By hundreds, each hundred in one transaction with the list of whom it was for: killed anywhere, it goes on from there and nobody gets it twice. */
async function sendIssue(context: WorkContext, issue: Issue): Promise<void> {
  const [{ name }, items] = await Promise.all([findInstance(context.db), listItems(context.db, issue.id)]);
  for (;;) {
    const due = await listDue(context.db, issue.id);
    if (due.length === 0) break;
    await context.db.transaction().execute((tx) => sendTo(tx, issue, items, due, { origin: context.origin, instanceName: name }));
  }
  await context.db.updateTable('newsletter_issues').set({ state: 'sent' }).where('id', '=', issue.id).where('state', '=', 'sending').execute();
}

async function sendTo(tx: Tx, issue: Issue, items: readonly SheetSummary[], due: readonly Recipient[], around: { origin: string; instanceName: string }): Promise<void> {
  const wanted = due.map((one) => ({ ...one, items: items.filter((item) => isWanted(one, item)) }));
  const { rows } = await sql<{ id: string }>`
    insert into newsletter_deliveries (issue_id, subscriber_id, mailed)
    select ${issue.id}::uuid, o.id, o.mailed from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map((one) => one.items.length > 0)}::boolean[]) o(id, mailed)
    join newsletter_subscribers s on s.id = o.id on conflict do nothing returning subscriber_id as id`.execute(tx);
  // Those that no other worker has, and who have not left meanwhile.
  const mine = new Set(rows.map(({ id }) => id));
  const people = wanted.filter((one) => mine.has(one.id) && one.items.length > 0);
  const stops = await signLinks(tx, 'newsletter-stop', people.map(({ id }) => ({ id })), null);
  await queueMails(tx, people.map((one, index) => buildIssueMail(issue, one, stops[index]!, around)));
}

async function listDue(db: Db, issueId: string): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select s.id, s.mail, s.lang, s.themes, s.zones from newsletter_subscribers s
    where s.confirmed_at is not null and not exists (select 1 from newsletter_deliveries d where d.issue_id = ${issueId}::uuid and d.subscriber_id = s.id)
    order by s.id limit ${batch}`.execute(db);
  return rows;
}
