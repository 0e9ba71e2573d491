import { sql, type Db, type Tx } from '~/platform/db/index.ts';
import { startListener } from '~/platform/db/listener.ts';
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
  // A look without being woken: what a crash left untold, and what came while the server was away.
  return startListener(db, { channel: 'events', name: 'outbox', work: async () => (await tellNext(db, subscribers, context)) === batch, everyMs: retryMs, log: context.log });
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
