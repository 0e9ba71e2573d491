import { createHmac } from 'node:crypto';
import type { Read } from '~/platform/db/index.ts';

/** A keyed digest: without the database's secret nobody can make one, nor guess what it was made of. */
export async function createDigest(db: Read, secret: 'links' | 'throttle', text: string): Promise<Buffer> {
  const { value } = await db.selectFrom('secrets').select('value').where('name', '=', secret).executeTakeFirstOrThrow();
  return createHmac('sha256', value).update(text).digest();
}

/** The same for many texts: the secret is read once. */
export async function createDigests(db: Read, secret: 'links' | 'throttle', texts: readonly string[]): Promise<Buffer[]> {
  const { value } = await db.selectFrom('secrets').select('value').where('name', '=', secret).executeTakeFirstOrThrow();
  return texts.map((text) => createHmac('sha256', value).update(text).digest());
}
