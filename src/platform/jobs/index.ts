import { fromKysely, PgBoss } from 'pg-boss';
import { poolOf, type Db, type Tx } from '~/platform/db/index.ts';
import type { Log } from '~/platform/log.ts';
import type { Settings } from '~/platform/settings.ts';
import type { WorkContext } from './context.ts';
import { startOutbox, type Subscriber } from './outbox.ts';

export type { CommittedEvent, Subscriber } from './outbox.ts';
export type { WorkContext } from './context.ts';

/** Work that outlives a request and a crash: mail, digests, exports. */
export interface Queue<T extends object = object> {
  name: string;
  work(data: T, context: WorkContext): Promise<void>;
  /** Also by the clock of France: `0 6 * * *`, with empty data. */
  cron?: string;
}

export interface Worker {
  context: WorkContext;
  stop(): Promise<void>;
}

const schema = 'jobs';

export interface WorkerOptions {
  queues?: readonly Queue[];
  subscribers?: readonly Subscriber[];
  settings: Settings;
  origin: string;
  now?: () => number;
}

/** Runs the queues and tells the subscribers what was committed. Any number of nodes may run one. */
export async function startWorker(db: Db, log: Log, { queues = [], subscribers = [], settings, origin, now = Date.now }: WorkerOptions): Promise<Worker> {
  const pool = poolOf(db);
  const boss = new PgBoss({ schema, db: { executeSql: (text, values) => pool.query(text, values) } });
  boss.on('error', (error) => log.warn({ err: error }, 'jobs'));
  await boss.start();
  const context: WorkContext = {
    db, log, settings, origin, now,
    async enqueue(tx: Tx, queue, data) {
      await boss.send(queue, data, { db: fromKysely(tx) });
    },
  };
  for (const queue of queues) {
    await boss.createQueue(queue.name);
    await boss.work<object>(queue.name, async (jobs) => {
      for (const job of jobs) await queue.work(job.data, context);
    });
    if (queue.cron) await boss.schedule(queue.name, queue.cron, {}, { tz: 'Europe/Paris' });
  }
  const outbox = startOutbox(db, subscribers, context);
  return {
    context,
    async stop() {
      await outbox.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
