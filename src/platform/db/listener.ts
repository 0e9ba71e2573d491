import type { PoolClient } from 'pg';
import type { Log } from '~/platform/log.ts';
import { poolOf, type Db } from './index.ts';

export interface ListenerOptions {
  /** The channel of `notify`, and the word in the log when the work fails. */
  channel: string;
  name: string;
  /** Does one turn; true while there is more. */
  work(): Promise<boolean>;
  /** Also what a crash left, and what came while the server was away: milliseconds between two looks. */
  everyMs: number;
  log: Log;
}

/** Works through what waits whenever the database says that something came, one turn at a time in this process. */
export function startListener(db: Db, { channel, name, work, everyMs, log }: ListenerOptions): { stop(): Promise<void> } {
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
        while (!stopped && (await work()));
      }
    })()
      .catch((error: Error) => log.warn({ err: error }, name))
      .finally(() => {
        underWay = undefined;
        if (waiting) wake();
      });
  };
  const listen = async () => {
    if (listening || stopped) return;
    const client = await poolOf(db).connect();
    if (stopped) return client.release(true);
    listening = client;
    client.on('notification', wake);
    // An error may still come after the release, while the connection ends: it is given back once.
    client.on('error', () => {
      if (listening !== client) return;
      listening = undefined;
      client.release(true);
    });
    await client.query(`listen ${channel}`);
    // what came while nobody listened
    wake();
  };

  const timer = setInterval(() => {
    void listen().catch(() => {});
    wake();
  }, everyMs);
  void listen().catch(() => {});
  wake();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
      listening?.release(true);
      listening = undefined;
    },
  };
}
