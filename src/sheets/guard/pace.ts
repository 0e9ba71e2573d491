import { createHmac } from 'node:crypto';
import { sql, type Db } from '~/platform/db/index.ts';
import { getKeys } from './keys.ts';

export interface Pace {
  /** How many, within how many minutes. */
  most: number;
  minutes: number;
}

/** Counts one more post of this sender, unless one of the limits is reached: then false, and nothing is counted. */
export async function takeTurn(db: Db, { action, sender, paces, now, today }: { action: string; sender: string; paces: readonly Pace[]; now: number; today: string }): Promise<boolean> {
  const hashes = (await getKeys(db, today)).map((key) => createHmac('sha256', key).update(`sender ${sender}`).digest());
  const at = new Date(now).toISOString();
  return db.transaction().execute(async (tx) => {
    // One at a time for one sender, on all nodes: two posts at once do not both pass under the limit.
    await sql`select pg_advisory_xact_lock(hashtext('guard'), hashtext(${hashes[0]!.toString('base64')}))`.execute(tx);
    for (const { most, minutes } of paces) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from guard_posts
        where action = ${action} and sender = any(${hashes}::bytea[]) and at > ${at}::timestamptz - make_interval(mins => ${minutes})`.execute(tx);
      if (rows[0]!.n >= most) return false;
    }
    await tx.insertInto('guard_posts').values({ action, sender: hashes[0]!, at }).execute();
    return true;
  });
}
