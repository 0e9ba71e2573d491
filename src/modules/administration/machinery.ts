import { sql, type Read } from '~/platform/db/index.ts';

export interface MailState {
  waiting: number;
  late: number;
  sent: number;
  failed: { id: string; kind: string; at: string; attempts: number; reason: string }[];
}

/** The queue of mail, without a recipient: whom one writes to is theirs. */
export async function getMailState(db: Read): Promise<MailState> {
  const [{ rows }, failed] = await Promise.all([
    sql<{ waiting: number; late: number; sent: number }>`
      select count(*) filter (where sent_at is null and failed is null) as waiting,
        count(*) filter (where sent_at is null and failed is null and due_at < now() - interval '10 minutes') as late,
        count(*) filter (where sent_at > now() - interval '7 days') as sent from mails`.execute(db),
    db.selectFrom('mails').select(['id', 'kind', 'created_at', 'attempts', 'failed']).where('failed', 'is not', null).where('recipient', '<>', '').orderBy('created_at', 'desc').limit(50).execute(),
  ]);
  return { ...rows[0]!, failed: failed.map((one) => ({ id: one.id, kind: one.kind, at: one.created_at, attempts: one.attempts, reason: hideAddresses(one.failed ?? '') })) };
}

/** A mail server's refusal repeats the address that it refuses. */
const hideAddresses = (text: string) => text.replace(/[^\s<>"']+@[^\s<>"']+/g, '…@…').slice(0, 300);

export interface QueueState {
  name: string;
  waiting: number;
  active: number;
  failed: number;
  done: number;
  last: string | null;
}

export interface JobsState {
  queues: QueueState[];
  failures: { id: string; queue: string; at: string | null; attempts: number; reason: string }[];
}

/** The work under way, as pg-boss keeps it; nothing before a first worker ran. */
export async function getJobsState(db: Read): Promise<JobsState> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(db);
  if (!rows[0]!.there) return { queues: [], failures: [] };
  const [queues, failures] = await Promise.all([
    sql<QueueState>`
      select q.name, count(j.id) filter (where j.state in ('created', 'retry')) as waiting, count(j.id) filter (where j.state = 'active') as active,
        count(j.id) filter (where j.state = 'failed') as failed, count(j.id) filter (where j.state = 'completed') as done, max(j.completed_on) as last
      from jobs.queue q left join jobs.job j on j.name = q.name where q.name not like '\\_\\_%' group by q.name order by q.name`.execute(db),
    sql<{ id: string; queue: string; at: string | null; attempts: number; reason: string | null }>`
      select id, name as queue, completed_on as at, retry_count as attempts, coalesce(output->>'message', output::text) as reason
      from jobs.job where state = 'failed' order by completed_on desc nulls last limit 50`.execute(db),
  ]);
  return { queues: queues.rows, failures: failures.rows.map((one) => ({ ...one, reason: hideAddresses(one.reason ?? '') })) };
}

export interface StorageState {
  total: number;
  tables: { name: string; bytes: number; rows: number }[];
}

/** Sizes with indexes; the counts of rows are the database's estimates. */
export async function getStorage(db: Read): Promise<StorageState> {
  const { rows } = await sql<{ name: string; bytes: number; rows: number; total: number }>`
    select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as name, pg_total_relation_size(c.oid) as bytes,
      greatest(coalesce(s.n_live_tup, 0), c.reltuples::bigint, 0) as rows, pg_database_size(current_database()) as total
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_stat_user_tables s on s.relid = c.oid
    where c.relkind = 'r' and n.nspname in ('public', 'jobs') order by bytes desc, name`.execute(db);
  return { total: rows[0]?.total ?? 0, tables: rows.map(({ name, bytes, rows: count }) => ({ name, bytes, rows: count })) };
}
