import { sql } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { formatDay, localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import { findInstance } from '~/platform/instance.ts';
import type { Queue, WorkContext } from '~/platform/jobs/index.ts';
import { queueMails, type Mail } from '~/platform/mail/queue.ts';
import { closePoll } from './commands.ts';
import { listElectors } from './electorate.ts';
import { closeForgotten } from './live/commands.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { getPoll } from './queries.ts';

/** Days before the last one on which those who have not voted are reminded, once. */
const reminderDays = 2;

const dayOf = (now: number) => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Paris').toPlainDate();

/** Polls whose last day is over are closed and counted. */
const closing: Queue = {
  name: 'polls-close', cron: '10 0 * * *',
  async work(_data, { db, now }) {
    const today = dayOf(now()).toString();
    const due = await db.selectFrom('polls').select('sheet_id').where('opened_at', 'is not', null).where('closed_at', 'is', null).where('closes_on', '<', today).limit(500).execute();
    for (const { sheet_id } of due) await db.transaction().execute((tx) => closePoll(tx, instance, sheet_id));
    await db.transaction().execute((tx) => closeForgotten(tx));
    // Former states of secret ballots stay in the pages of the table, each with its vote's transaction: it is written anew.
    await sql`vacuum (full) poll_ballots`.execute(db);
  },
};

/** One mail, only to those who have not voted and who want mail. A killed worker sends it once all the same: the day is written with the mails. */
const reminding: Queue = {
  name: 'polls-remind', cron: '0 9 * * *',
  async work(_data, context) {
    const today = dayOf(context.now());
    const due = await context.db.selectFrom('polls').select('sheet_id').where('opened_at', 'is not', null).where('closed_at', 'is', null).where('reminded_on', 'is', null)
      .where('closes_on', '>=', today.toString()).where('closes_on', '<=', today.add({ days: reminderDays }).toString()).limit(500).execute();
    for (const { sheet_id } of due) await remind(context, sheet_id, today.toString());
  },
};

async function remind({ db, origin }: WorkContext, pollId: string, today: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const claimed = await tx.updateTable('polls').set({ reminded_on: today }).where('sheet_id', '=', pollId).where('reminded_on', 'is', null).returning('sheet_id').executeTakeFirst();
    if (!claimed) return;
    const poll = await getPoll(tx, pollId);
    const cast = new Set((await tx.selectFrom('poll_voters').select('voter').where('poll_id', '=', pollId).execute()).map(({ voter }) => voter));
    const silent = [...new Set((await listElectors(tx, poll)).filter(({ voter }) => !cast.has(voter)).map(({ accountId }) => accountId))];
    const { rows } = await sql<{ id: string; mail: string; lang: Lang }>`
      select a.id, a.mail, a.lang from accounts a left join mail_choices c on c.account_id = a.id
      where a.id = any(${silent}::uuid[]) and a.closed_at is null and coalesce(c.rhythm, '') <> 'never'`.execute(tx);
    const { name } = await findInstance(tx);
    await queueMails(tx, rows.map((row) => buildReminder(row, poll, origin, name)));
  });
}

function buildReminder({ id, mail, lang }: { id: string; mail: string; lang: Lang }, { title, slug, closesOn }: { title: string; slug: string; closesOn: string | null }, origin: string, instanceName: string): Mail {
  const t = translator(messages, lang);
  const date = formatDay(lang, closesOn!, { weekday: 'long', day: 'numeric', month: 'long' });
  const link = origin + localizePath(lang, paths.show.href({ slug }));
  return { to: mail, accountId: id, kind: 'poll-reminder', subject: t('mail.subject', { title, date }), text: t('mail.text', { title, date, link, instance: instanceName }) };
}

export const queues: readonly Queue[] = [closing, reminding];
