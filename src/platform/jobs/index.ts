import { fromKysely, PgBoss } from 'pg-boss';
import { poolOf, type Db, type Tx } from '~/platform/db/index.ts';
import type { Log } from '~/platform/log.ts';
import { startOutbox, type Subscriber } from './outbox.ts';

export type { CommittedEvent, Subscriber } from './outbox.ts';

/** Work that outlives a request and a crash: mail, digests, exports. */
export interface Queue<T extends object = object> {
  name: string;
  work(data: T): Promise<void>;
}

export interface Worker {
  /** In the caller's transaction: a change that is rolled back leaves no job. */
  enqueue(tx: Tx, queue: string, data: object): Promise<void>;
  stop(): Promise<void>;
}

const schema = 'jobs';

/** Runs the queues and tells the subscribers what was committed. Any number of nodes may run one. */
export async function startWorker(db: Db, log: Log, { queues = [], subscribers = [] }: { queues?: readonly Queue[]; subscribers?: readonly Subscriber[] } = {}): Promise<Worker> {
  const pool = poolOf(db);
  const boss = new PgBoss({ schema, db: { executeSql: (text, values) => pool.query(text, values) } });
  boss.on('error', (error) => log.warn({ err: error }, 'jobs'));
  await boss.start();
  for (const queue of queues) {
    await boss.createQueue(queue.name);
    await boss.work<object>(queue.name, async (jobs) => {
      for (const job of jobs) await queue.work(job.data);
    });
  }
  const outbox = startOutbox(db, subscribers, log);
  return {
    async enqueue(tx, queue, data) {
      await boss.send(queue, data, { db: fromKysely(tx) });
    },
    async stop() {
      await outbox.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
