import type { Read } from '~/platform/db/index.ts';

/** The account of a character; only accounts that the demonstration opened can be had without proof. */
export async function findPersona(db: Read, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('accounts').select('id').where('demo', '=', key).where('closed_at', 'is', null).executeTakeFirst();
  return row?.id;
}
