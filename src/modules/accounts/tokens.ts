import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that only the browser or the mail keeps. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it: a token is random and long, a fast hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** An id in an address may be anything: PostgreSQL would fail on another shape. */
export const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
