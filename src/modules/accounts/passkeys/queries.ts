import type { Read } from '~/platform/db/index.ts';

export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  usedAt: string | null;
}

export async function listPasskeys(db: Read, accountId: string): Promise<Passkey[]> {
  return db
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at as createdAt', 'used_at as usedAt'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
}

export async function listCredentials(db: Read, accountId: string): Promise<{ id: string }[]> {
  return db.selectFrom('passkeys').select('credential_id as id').where('account_id', '=', accountId).execute();
}

/** The key that a browser answers with, and whose it is. */
export async function findCredential(db: Read, credentialId: string) {
  return db
    .selectFrom('passkeys')
    .innerJoin('accounts', 'accounts.id', 'passkeys.account_id')
    .select(['passkeys.id', 'passkeys.account_id as accountId', 'public_key as publicKey', 'counter'])
    .where('credential_id', '=', credentialId)
    .where('accounts.closed_at', 'is', null)
    .executeTakeFirst();
}
