import { sql, type Tx } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Queue, WorkContext } from '~/platform/jobs/index.ts';
import { findInstance } from '~/platform/instance.ts';
import { moveWaiting } from './commands.ts';
import { describeMeeting } from './found.ts';
import { queueReminder } from './mail.ts';
import { reminderOf, type RegistrationState } from './rules.ts';

interface Due {
  id: string;
  meeting_id: string;
  start: string;
  state: RegistrationState;
  lang: Lang;
  mail: string;
  account_id: string | null;
}

const atOnce = 200;

/** A week and a day before, to those who come or were invited and have not answered; never to who said no. A kill loses nothing and repeats nothing. */
export async function sendReminders(_data: object, context: WorkContext): Promise<void> {
  const today = Temporal.Instant.fromEpochMilliseconds(context.now()).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  for (;;) if ((await context.db.transaction().execute((tx) => sendSome(tx, context, today))) < atOnce) return;
}

async function sendSome(tx: Tx, context: WorkContext, today: string): Promise<number> {
  const { rows } = await sql<Due>`
    select r.id, r.meeting_id, s.start_date as start, r.state, r.lang, coalesce(r.mail, a.mail) as mail, r.account_id
    from registrations r join sheets s on s.id = r.meeting_id left join accounts a on a.id = r.account_id and a.closed_at is null
    where s.start_precision = 'day' and s.start_date > ${today} and s.start_date <= (${today}::date + 7)::text
      and coalesce(s.state, '') not in ('cancelled', 'postponed', 'held', 'minutes')
      and r.state in ('registered', 'invited') and r.reminders and coalesce(r.mail, a.mail) is not null
      and not exists (select 1 from registration_reminders m where m.registration_id = r.id
        and m.which = case when s.start_date = (${today}::date + 1)::text then 'day' else 'week' end)
      -- somebody who registers three days before needs no word a week before
      and (s.start_date = (${today}::date + 1)::text or r.since < (s.start_date::date - 6))
    order by r.id limit ${atOnce} for update of r skip locked`.execute(tx);
  const { name: instanceName } = await findInstance(tx, context.settings.instanceName);
  const told = new Map<string, Awaited<ReturnType<typeof describeMeeting>>>();
  for (const { id, meeting_id, start, state, lang, mail, account_id } of rows) {
    const key = `${meeting_id} ${lang}`;
    if (!told.has(key)) told.set(key, await describeMeeting(tx, meeting_id, lang));
    const which = reminderOf(start, today)!;
    await tx.insertInto('registration_reminders').values({ registration_id: id, which }).execute();
    await queueReminder(tx, { id, mail, lang, state, which, ...told.get(key)!, ...(account_id ? { accountId: account_id } : {}) }, { origin: context.origin, now: context.now(), instanceName });
  }
  return rows.length;
}

/** A place that came free while nobody asked for one: an account that left. */
export async function moveAllWaiting(_data: object, context: WorkContext): Promise<void> {
  const now = context.now();
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  const { name: instanceName } = await findInstance(context.db, context.settings.instanceName);
  const meetings = await context.db.selectFrom('registrations').innerJoin('sheets', 'sheets.id', 'meeting_id').select('meeting_id').distinct().where('registrations.state', '=', 'waiting').where('start_date', '>=', today.slice(0, 4)).execute();
  for (const { meeting_id } of meetings) await context.db.transaction().execute((tx) => moveWaiting(tx, meeting_id, { origin: context.origin, instanceName, now, today }));
}

export const queues: readonly Queue[] = [{ name: 'meeting-reminders', work: sendReminders, cron: '30 7 * * *' }, { name: 'meeting-waiting', work: moveAllWaiting, cron: '15 * * * *' }];
