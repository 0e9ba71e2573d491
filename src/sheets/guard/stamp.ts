import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Db } from '~/platform/db/index.ts';

const longestMs = 48 * 3_600_000;
const secrets = new WeakMap<object, Promise<Buffer>>();

/** When a form was drawn, signed: nothing to keep, nothing in the browser. */
export async function createStamp(db: Db, now: number): Promise<string> {
  const at = now.toString(36);
  return `${at}.${sign(await getSecret(db), at)}`;
}

/** Milliseconds since the form was drawn; null when the stamp is not ours, or of more than two days. */
export async function findAge(db: Db, stamp: string, now: number): Promise<number | null> {
  const [at = '', signature = ''] = stamp.split('.');
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(await getSecret(db), at));
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const age = now - Number.parseInt(at, 36);
  return age >= 0 && age <= longestMs ? age : null;
}

/** Drawn once with the instance: read once. */
function getSecret(db: Db): Promise<Buffer> {
  let known = secrets.get(db);
  if (!known) {
    known = db.selectFrom('secrets').select('value').where('name', '=', 'forms').executeTakeFirstOrThrow().then(({ value }) => value);
    known.catch(() => secrets.delete(db));
    secrets.set(db, known);
  }
  return known;
}

const sign = (secret: Buffer, at: string) => createHmac('sha256', secret).update(`stamp ${at}`).digest('base64url');
