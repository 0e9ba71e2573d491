import { newId, sql, type Read, type Tx } from '~/platform/db/index.ts';
import { createToken, hashToken } from '~/modules/accounts/index.ts';

/** Of one account: more would be a leak that nobody watches. */
const mostFeeds = 20;

/** A secret address for this question. The token, that nobody can read again; null when there are too many. */
export async function createFeed(tx: Tx, accountId: string, question: string): Promise<string | null> {
  const { n } = await tx.selectFrom('agenda_feeds').select((eb) => eb.fn.countAll<number>().as('n')).where('account_id', '=', accountId).executeTakeFirstOrThrow();
  if (Number(n) >= mostFeeds) return null;
  const token = createToken();
  await tx.insertInto('agenda_feeds').values({ id: newId(), account_id: accountId, token_hash: hashToken(token), question }).execute();
  return token;
}

/** The same question at another address; the former answers nothing any more. The new token, or null: it was not theirs. */
export async function replaceFeed(tx: Tx, accountId: string, id: string): Promise<string | null> {
  const token = createToken();
  const { numUpdatedRows } = await tx
    .updateTable('agenda_feeds')
    .set({ token_hash: hashToken(token), created_at: sql`now()`, read_on: null })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numUpdatedRows ? token : null;
}

/** From now on the address answers nothing. False: it was not theirs. */
export async function removeFeed(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('agenda_feeds').where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whose address this is, and what it asks. Notes the day, once a day. */
export async function findFeed(db: Read, token: string, today: string): Promise<{ accountId: string; question: string } | undefined> {
  const row = await db.selectFrom('agenda_feeds').select(['id', 'account_id', 'question', 'read_on']).where('token_hash', '=', hashToken(token)).executeTakeFirst();
  if (!row) return undefined;
  if (row.read_on === null || String(row.read_on) < today) await db.updateTable('agenda_feeds').set({ read_on: today }).where('id', '=', row.id).execute();
  return { accountId: row.account_id, question: row.question };
}
