import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The network that a request comes from, to count attempts: an IPv4 address, the /64 of an IPv6 one, `unknown` without a socket.
 * `proxies` servers of ours stand before: each adds at the end of X-Forwarded-For whom it heard, what stands before those was
 * written by the client and proves nothing.
 */
export function findClient(c: Context, proxies: number): string {
  const heard = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim()).filter(Boolean);
  const address = proxies > 0 ? heard.at(-proxies) : undefined;
  return networkOf(address ?? socketOf(c));
}

function socketOf(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address;
  } catch {
    return undefined; // asked without a socket
  }
}

/** One home or office has a whole /64: counting its addresses one by one would count nothing. */
export function networkOf(address: string | undefined): string {
  if (!address) return 'unknown';
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '').toLowerCase();
  if (!bare.includes(':')) return bare.slice(0, 45);
  const [before = '', after] = bare.split('::');
  const head = before ? before.split(':') : [];
  const tail = after ? after.split(':') : [];
  const groups = after === undefined ? head : [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'), ...tail];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '').slice(0, 4)).join(':');
}
