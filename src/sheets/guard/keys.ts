import { randomBytes } from 'node:crypto';
import { sql, type Db, type Tx } from '~/platform/db/index.ts';

const perDatabase = new WeakMap<object, { day: string; keys: Promise<Buffer[]> }>();

/** The key of the day, made by the first who needs it, then the one of the day before: an hour goes over midnight. */
export function getKeys(db: Db, day: string): Promise<Buffer[]> {
  const known = perDatabase.get(db);
  if (known?.day === day) return known.keys;
  const keys = readKeys(db, day);
  perDatabase.set(db, { day, keys });
  keys.catch(() => perDatabase.delete(db));
  return keys;
}

async function readKeys(db: Db, day: string): Promise<Buffer[]> {
  await sql`insert into guard_keys (day, key) values (${day}::date, ${randomBytes(32)}) on conflict do nothing`.execute(db);
  const { rows } = await sql<{ key: Buffer }>`
    select key from guard_keys where day in (${day}::date, ${day}::date - 1) order by day desc`.execute(db);
  return rows.map(({ key }) => key);
}

/** Keys and counts of more than two days: what they could have told is gone. Tells how many counts. */
export async function eraseGuard(tx: Tx, now: number): Promise<number> {
  const before = new Date(now - 2 * 86_400_000).toISOString();
  await sql`delete from guard_keys where day < (${before}::timestamptz at time zone 'Europe/Paris')::date`.execute(tx);
  const { numAffectedRows } = await sql`delete from guard_posts where at < ${before}::timestamptz`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
