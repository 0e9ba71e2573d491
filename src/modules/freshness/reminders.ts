import { sql, type Db, type Tx } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Queue, WorkContext } from '~/platform/jobs/index.ts';
import { findInstance } from '~/platform/instance.ts';
import { queueMails } from '~/platform/mail/queue.ts';
import { askedKinds, inForce, keptBy } from './queries.ts';
import { buildReminders, type Reminded } from './mail.tsx';
import { mostInMail, settlingDays, staleDayOf } from './rules.ts';

const batch = 200;

/** Each week, those whose sheets are old and who were not written to for a year: one mail, one link a sheet. */
export const reminders: Queue = { name: 'freshness.reminders', cron: '30 8 * * 2', work: (_data, context) => remind(context) };

async function remind(context: WorkContext): Promise<void> {
  const now = context.now();
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  const { name } = await findInstance(context.db);
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const found = await listReminded(context.db, today, after);
    if (found.length === 0) return;
    await context.db.transaction().execute(async (tx) => {
      const free = await recordReminders(tx, found, today);
      await queueMails(tx, await buildReminders(tx, found.filter(({ id }) => free.has(id)), { origin: context.origin, instanceName: name, now }));
    });
    after = found.at(-1)!.id;
  }
}

/** Accounts after this one that keep old sheets, with the first of them: whoever confirmed since is not among them. */
async function listReminded(db: Db, today: string, after: string): Promise<Reminded[]> {
  const { rows } = await sql<{ id: string; mail: string; lang: Lang; total: number; sheets: Reminded['sheets'] }>`
    select a.id, a.mail, a.lang, max(k.total)::integer as total,
      json_agg(json_build_object('id', k.id, 'title', k.title, 'confirmedAt', k.confirmed_at) order by k.rank) as sheets
    from accounts a
    join lateral (
      select s.id, s.title, s.confirmed_at, count(*) over () as total, row_number() over (order by s.confirmed_at nulls last, s.weight desc, s.title) as rank
      from sheets s
      where s.id in (select kept.id from mandates m cross join lateral ${keptBy(sql`m.body_id`)} kept where m.account_id = a.id and ${inForce})
        and s.merged_into is null and s.kind = any(${askedKinds()}::text[]) and (s.confirmed_at is null or left(s.confirmed_at, 10) <= ${staleDayOf(today)})
    ) k on k.rank <= ${mostInMail}
    where a.id > ${after}::uuid and a.closed_at is null and a.created_at < ${today}::date - ${settlingDays}::integer
      and not exists (select 1 from freshness_reminders r where r.account_id = a.id and r.sent_on > ${today}::date - interval '1 year')
      and not exists (select 1 from mail_choices c where c.account_id = a.id and not c.reminders)
    group by a.id order by a.id limit ${batch}`.execute(db);
  return rows;
}

/** In one statement, whoever else runs: an account that another worker has just written to is left out. */
async function recordReminders(tx: Tx, found: readonly Reminded[], today: string): Promise<Set<string>> {
  const { rows } = await sql<{ account_id: string }>`
    insert into freshness_reminders (account_id, sent_on) select unnest(${found.map(({ id }) => id)}::uuid[]), ${today}::date
    on conflict (account_id) do update set sent_on = excluded.sent_on where freshness_reminders.sent_on <= excluded.sent_on - interval '1 year'
    returning account_id`.execute(tx);
  return new Set(rows.map((row) => row.account_id));
}
