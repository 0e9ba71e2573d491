import { createHmac, timingSafeEqual } from 'node:crypto';

/** When a form was drawn, signed: nothing to keep, nothing in the browser. */
export function createStamp(key: Buffer, now: number): string {
  const at = now.toString(36);
  return `${at}.${sign(key, at)}`;
}

/** Milliseconds since the form was drawn; null when the stamp is not ours or older than its keys. */
export function findAge(keys: readonly Buffer[], stamp: string, now: number): number | null {
  const [at = '', signature = ''] = stamp.split('.');
  const given = Buffer.from(signature);
  const ours = keys.some((key) => {
    const expected = Buffer.from(sign(key, at));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  const age = now - Number.parseInt(at, 36);
  return ours && age >= 0 ? age : null;
}

const sign = (key: Buffer, at: string) => createHmac('sha256', key).update(`stamp ${at}`).digest('base64url');
