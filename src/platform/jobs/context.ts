import type { Db, Tx } from '~/platform/db/index.ts';
import type { Log } from '~/platform/log.ts';
import type { Settings } from '~/platform/settings.ts';

/** What work outside a request is given. */
export interface WorkContext {
  db: Db;
  log: Log;
  settings: Settings;
  /** Where people read, without a final slash. */
  origin: string;
  /** Milliseconds: tests set it. */
  now(): number;
  /** In the caller's transaction: a change that is rolled back leaves no job. */
  enqueue(tx: Tx, queue: string, data: object): Promise<void>;
}
