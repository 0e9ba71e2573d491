import { sql, type Db } from '~/platform/db/index.ts';
import { createDigest } from './secrets.ts';

export interface Limit {
  /** What is counted: `sign-in mail`. */
  name: string;
  /** Of whom: an address, a network, an account. Only its keyed digest is kept. */
  of: string;
  most: number;
  minutes: number;
}

/**
 * Counts an attempt under each limit; null when it may go on, else the minutes to wait. One statement a limit, committed at
 * once: what fails afterwards is counted all the same, by every node.
 */
export async function recordAttempt(db: Db, limits: readonly Limit[]): Promise<number | null> {
  const waits: number[] = [];
  for (const { name, of, most, minutes } of limits) {
    const key = await createDigest(db, 'throttle', `${name}\n${of.toLowerCase()}`);
    const { rows } = await sql<{ count: number; wait: number }>`
      insert into attempts as a (key, count, until) values (${key}, 1, now() + ${`${minutes} minutes`}::interval)
      on conflict (key) do update set
        count = case when a.until <= now() then 1 else a.count + 1 end,
        until = case when a.until <= now() then excluded.until else a.until end
      returning count, greatest(1, ceil(extract(epoch from until - now()) / 60))::int as wait`.execute(db);
    if (rows[0]!.count > most) waits.push(rows[0]!.wait);
  }
  return waits.length > 0 ? Math.max(...waits) : null;
}
