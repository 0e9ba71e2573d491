import { timingSafeEqual } from 'node:crypto';
import type { Read } from '~/platform/db/index.ts';
import { createDigest, createDigests } from './secrets.ts';

/** What a link carries: ids and codes, nothing personal, since addresses are written in many places. */
export type LinkPayload = Readonly<Record<string, string>>;

export interface SignedLink {
  payload: LinkPayload;
  /** It was ours, but its time is over: say so rather than 404. */
  expired: boolean;
}

/**
 * A token to put in an address that a mail holds: it proves that this instance wrote it, for this purpose. It may be used
 * again until it expires: whatever it does must be harmless twice.
 * @param purpose one per kind of gesture (`freshness`, `unsubscribe`): a token made for one is refused for another
 * @param expires milliseconds; null: never
 */
export async function signLink(db: Read, purpose: string, payload: LinkPayload, expires: number | null): Promise<string> {
  const body = Buffer.from(JSON.stringify([expires === null ? null : Math.floor(expires / 1000), payload])).toString('base64url');
  return `${body}.${(await createDigest(db, 'links', `${purpose}\n${body}`)).toString('base64url')}`;
}

/** The same for many links of one purpose: a digest to ten thousand people reads the secret once. */
export async function signLinks(db: Read, purpose: string, payloads: readonly LinkPayload[], expires: number | null): Promise<string[]> {
  const bodies = payloads.map((payload) => Buffer.from(JSON.stringify([expires === null ? null : Math.floor(expires / 1000), payload])).toString('base64url'));
  const digests = await createDigests(db, 'links', bodies.map((body) => `${purpose}\n${body}`));
  return bodies.map((body, index) => `${body}.${digests[index]!.toString('base64url')}`);
}

/**
 * Null when this token was not made here for this purpose.
 * @param now milliseconds: `ask.now`
 */
export async function readLink(db: Read, purpose: string, token: string, now: number): Promise<SignedLink | null> {
  const [body, mac, ...rest] = token.split('.');
  if (!body || !mac || rest.length > 0 || token.length > 2000) return null;
  const given = Buffer.from(mac, 'base64url');
  const expected = await createDigest(db, 'links', `${purpose}\n${body}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [expires, payload] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [number | null, LinkPayload];
  return { payload, expired: expires !== null && expires * 1000 <= now };
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Signatures for where a link’s do not fit: 24 letters that capitals do not change, 120 bits. The part of a mail address before
 * the @ has 64 at most (RFC 5321 4.5.3.1.1), and servers write it in capitals or not. The text itself travels beside it.
 */
export async function signCodes(db: Read, purpose: string, texts: readonly string[]): Promise<string[]> {
  const digests = await createDigests(db, 'links', texts.map((text) => `code\n${purpose}\n${text}`));
  return digests.map((digest) => Array.from(digest.subarray(0, 24), (byte) => letters[byte % 32]).join(''));
}
