import { sql, type Db, type Tx } from '~/platform/db/index.ts';
import type { Queue, WorkContext } from '~/platform/jobs/index.ts';
import { findInstance } from '~/platform/instance.ts';
import { queueMails } from '~/platform/mail/queue.ts';
import { buildDigests, type Recipient } from './mail.tsx';
import { listTold } from './queries.ts';
import { periodOf, type Rhythm } from './rules.ts';

export const atOnceQueue = 'notifications.now';

const batch = 500;

/** Each hour: what is due is due until it was sent, so a night without a worker loses no digest. */
export const digestQueue: Queue = {
  name: 'notifications.digests',
  cron: '5 * * * *',
  async work(_data, context) {
    const { digestHour } = await findInstance(context.db);
    for (const rhythm of ['daily', 'weekly'] as const) {
      const { name, until } = periodOf(rhythm, context.now(), digestHour);
      await sendDigests(context, rhythm, until, name);
    }
  },
};

export const atOnce: Queue = {
  name: atOnceQueue,
  work: async (_data, context) => sendDigests(context, 'now', new Date(Math.max(context.now(), Date.now())).toISOString(), `n${crypto.randomUUID()}`),
};

/** By hundreds of accounts, each hundred in one transaction: killed anywhere, it goes on from there. */
export async function sendDigests(context: WorkContext, rhythm: Rhythm, until: string, period: string): Promise<void> {
  const { name } = await findInstance(context.db);
  for (;;) {
    const due = await listDue(context.db, rhythm, until, period);
    if (due.length === 0) return;
    await context.db.transaction().execute(async (tx) => {
      const mine = await recordDigests(tx, due, period);
      const taken = await recordMailed(tx, [...mine], until);
      const told = await listTold(tx, taken);
      await queueMails(tx, await buildDigests(tx, due.filter(({ id }) => told.has(id)), told, { rhythm, origin: context.origin, instanceName: name }));
    });
  }
}

/** Open accounts of this rhythm with something to be told, and no mail for this period yet. */
async function listDue(db: Db, rhythm: Rhythm, until: string, period: string): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select a.id, a.mail, a.lang from accounts a left join mail_choices c on c.account_id = a.id
    where a.closed_at is null and coalesce(c.rhythm, 'weekly') = ${rhythm}
      and exists (select 1 from notifications n where n.account_id = a.id and n.mailed_at is null and n.read_at is null and n.at < ${until}::timestamptz)
      and not exists (select 1 from digests d where d.account_id = a.id and d.period = ${period})
    order by a.id limit ${batch}`.execute(db);
  return rows;
}

/** Those that no other worker has for this period. */
async function recordDigests(tx: Tx, due: readonly Recipient[], period: string): Promise<Set<string>> {
  const { rows } = await sql<{ account_id: string }>`
    insert into digests (account_id, period) select unnest(${due.map(({ id }) => id)}::uuid[]), ${period}
    on conflict do nothing returning account_id`.execute(tx);
  return new Set(rows.map((row) => row.account_id));
}

/** The rows are taken before they are read: two mails at once cannot hold the same one. */
async function recordMailed(tx: Tx, accountIds: string[], until: string): Promise<{ accountId: string; eventId: string }[]> {
  const { rows } = await sql<{ accountId: string; eventId: string }>`
    update notifications set mailed_at = now()
    where account_id = any(${accountIds}::uuid[]) and mailed_at is null and read_at is null and at < ${until}::timestamptz
    returning account_id as "accountId", event_id as "eventId"`.execute(tx);
  return rows;
}
