import { sql, type Db } from '~/platform/db/index.ts';
import { createToken, hashToken } from './tokens.ts';

export type ChallengePurpose = 'passkey.add' | 'passkey.sign-in' | 'provider';

export interface Challenge<T> {
  data: T;
  accountId: string | null;
}

/** Keeps what this browser must come back with; returns the token for its cookie. */
export async function createChallenge(db: Db, purpose: ChallengePurpose, data: object, { accountId = null as string | null, minutes = 10 } = {}): Promise<string> {
  const token = createToken();
  await db
    .insertInto('challenges')
    .values({ token_hash: hashToken(token), purpose, account_id: accountId, data: JSON.stringify(data), expires_at: sql`now() + ${`${minutes} minutes`}::interval` })
    .execute();
  return token;
}

/** What was kept, once: a second answer finds nothing. */
export async function acceptChallenge<T>(db: Db, purpose: ChallengePurpose, token: string | undefined): Promise<Challenge<T> | undefined> {
  if (!token) return undefined;
  const row = await db
    .deleteFrom('challenges')
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .returning(['data', 'account_id', sql<boolean>`expires_at > now()`.as('fresh')])
    .executeTakeFirst();
  return row?.fresh ? { data: row.data as T, accountId: row.account_id } : undefined;
}
