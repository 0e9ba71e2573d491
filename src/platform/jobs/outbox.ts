import type { PoolClient } from 'pg';
import { poolOf, sql, type Db, type Tx } from '~/platform/db/index.ts';
import type { WorkContext } from './context.ts';

export interface CommittedEvent {
  id: string;
  name: string;
  sheetId: string | null;
  actor: string;
  accountId: string | null;
}

/** Learns of a committed event, in the transaction that marks it as told: what it enqueues there is enqueued exactly once. */
export type Subscriber = (tx: Tx, event: CommittedEvent, context: WorkContext) => Promise<void>;

const batch = 500;
const retryMs = 15_000;

/** Tells the subscribers of each committed event, in the order of commit, as soon as it is notified. */
export function startOutbox(db: Db, subscribers: readonly Subscriber[], context: WorkContext): { stop(): Promise<void> } {
  let stopped = false;
  let waiting = false;
  let underWay: Promise<void> | undefined;
  let listening: PoolClient | undefined;

  const wake = (): void => {
    waiting = true;
    if (stopped) return;
    underWay ??= (async () => {
      while (waiting && !stopped) {
        waiting = false;
        while (!stopped && (await tellNext(db, subscribers, context)) === batch);
      }
    })()
      .catch((error: Error) => context.log.warn({ err: error }, 'outbox'))
      .finally(() => (underWay = undefined));
  };
  const listenForEvents = async () => {
    if (listening || stopped) return;
    const client = await poolOf(db).connect();
    listening = client;
    client.on('notification', wake);
    client.once('error', () => {
      listening = undefined;
      client.release(true);
    });
    await client.query('listen events');
  };

  // Also what a crash left untold, and what came while the server was away.
  const timer = setInterval(() => {
    void listenForEvents().catch(() => {});
    wake();
  }, retryMs);
  void listenForEvents().catch(() => {});
  wake();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
      listening?.release(true);
    },
  };
}

async function tellNext(db: Db, subscribers: readonly Subscriber[], context: WorkContext): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // one node at a time, so that the order holds
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('outbox')) as mine`.execute(tx);
    if (!rows[0]!.mine) return 0;
    const events = await tx
      .selectFrom('events')
      .select(['id', 'name', 'sheet_id as sheetId', 'actor', 'account_id as accountId'])
      .where('dispatched_at', 'is', null)
      .where('position', 'is not', null)
      .orderBy('position')
      .limit(batch)
      .execute();
    for (const event of events) for (const tell of subscribers) await tell(tx, event, context);
    if (events.length > 0) {
      const ids = events.map((event) => event.id);
      await sql`update events set dispatched_at = now() where id = any(${ids})`.execute(tx);
    }
    return events.length;
  });
}
