import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that only the browser or the mail keeps. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it: a token is random and long, a fast hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
