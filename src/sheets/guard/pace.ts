import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';
import { sql, type Db } from '~/platform/db/index.ts';
import type { SheetAsk } from '../answer.tsx';
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

/** The network that asks, as far as one can tell: an IPv4 address, the first 56 bits of an IPv6 one. */
export function senderOf(ask: SheetAsk): string {
  const socket = (ask.hono.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
  const near = socket?.remoteAddress?.replace(/^::ffff:/, '');
  // Only a proxy of ours stands on this machine or on a private network: its last word is where the visitor came from.
  if (near && !isPrivate(near)) return networkOf(near);
  const told = ask.hono.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return networkOf(told && isIP(told) ? told : (near ?? 'unknown'));
}

function isPrivate(address: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(address);
}

export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  // The URL parser writes an IPv6 address in its shortest form: it is made long again.
  const [head = '', tail = ''] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right].map((group) => group.padStart(4, '0'));
  return groups.join('').slice(0, 14);
}
