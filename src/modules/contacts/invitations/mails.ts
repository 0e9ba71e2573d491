import { signLinks } from '~/modules/accounts/index.ts';
import { sql, type Tx } from '~/platform/db/index.ts';
import { formatPartialDate, translator } from '~/platform/i18n/index.ts';
import { findInstance } from '~/platform/instance.ts';
import type { Queue, Subscriber, WorkContext } from '~/platform/jobs/index.ts';
import { queueMails, type Mail } from '~/platform/mail/queue.ts';
import { unsubscribeHeaders } from '~/platform/mail/render.tsx';
import { toDate } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { answerPurpose, erasePurpose } from '../rules.ts';

const queueName = 'contacts.invitations';
const batch = 100;

/** By hundreds, each with the marks that they were written to, in one transaction: killed anywhere, nobody gets two. */
export const invitationQueue: Queue = {
  name: queueName,
  async work(_data, context) {
    while (await context.db.transaction().execute((tx) => writeNext(tx, context)));
  },
};

export const writeInvitations: Subscriber = async (tx, event, context) => {
  if (event.name === 'contact.invited' || event.name === 'contact.reminded') await context.enqueue(tx, queueName, {});
};

interface Due {
  id: string;
  mail: string;
  name: string;
  again: boolean;
  words: string;
  replyBy: string | null;
  title: string;
  body: string;
  start: string | null;
  precision: string | null;
}

async function writeNext(tx: Tx, context: WorkContext): Promise<boolean> {
  const { rows } = await sql<Due>`
    select g.id, g.mail, g.name, g.sent_at is not null as again, i.words, i.reply_by as "replyBy", s.title, b.title as body, s.start_date as start, s.start_precision as precision
    from contact_guests g join contact_invitations i on i.id = g.invitation_id join sheets s on s.id = g.meeting_id join sheets b on b.id = g.body_id
    where (g.sent_at is null or g.reminder_due) and g.mail is not null order by g.id limit ${batch} for update of g skip locked`.execute(tx);
  if (rows.length === 0) return false;
  await queueMails(tx, await buildMails(tx, rows, context));
  await sql`update contact_guests set sent_at = coalesce(sent_at, now()), reminded_at = case when reminder_due then now() else reminded_at end, reminder_due = false
    where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx);
  return true;
}

async function buildMails(tx: Tx, due: readonly Due[], { origin }: WorkContext): Promise<Mail[]> {
  const t = translator(messages, 'fr');
  const [{ name: instance }, answers, erases] = await Promise.all([
    findInstance(tx), signLinks(tx, answerPurpose, due.map(({ id }) => ({ g: id })), null), signLinks(tx, erasePurpose, due.map(({ id }) => ({ g: id })), null),
  ]);
  return due.map((one, index): Mail => {
    const page = (reponse?: string) => origin + paths.answer.href({ token: answers[index]! }, { reponse });
    const erase = origin + paths.erase.href({ token: erases[index]! });
    const date = toDate(one.start, one.precision);
    const text = [
      one.name ? t('mail.hello.name', { name: one.name }) : t('mail.hello'),
      t(one.again ? 'mail.again' : 'mail.invites', { body: one.body, title: one.title }),
      ...(date ? [t('mail.when', { when: formatPartialDate('fr', date, { weekday: true }) })] : []),
      ...(one.words ? [one.words] : []),
      `${t('mail.yes')}\n${page('oui')}`, `${t('mail.no')}\n${page('non')}`,
      ...(one.replyBy ? [t('mail.by', { day: formatPartialDate('fr', { value: one.replyBy, precision: 'day' }) })] : []),
      `${t('mail.why', { body: one.body, instance })}\n${t('mail.erase')}\n${erase}`,
    ].join('\n\n');
    return { to: one.mail, kind: 'event-invitation', subject: t(one.again ? 'mail.subject.again' : 'mail.subject', { title: one.title }), text, headers: unsubscribeHeaders(erase) };
  });
}
