import type { Read } from '~/platform/db/index.ts';

export interface Identity {
  id: string;
  issuer: string;
  siret: string | null;
  createdAt: string;
  usedAt: string;
}

export async function listIdentities(db: Read, accountId: string): Promise<Identity[]> {
  return db
    .selectFrom('identities')
    .select(['id', 'issuer', 'siret', 'created_at as createdAt', 'used_at as usedAt'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
}

/** What is certain of somebody, to claim a body with. `mail-domain`: the address that a link proved, after its @. */
export interface Proof {
  kind: 'mail-domain' | 'siret';
  value: string;
  since: string;
}

export async function listProofs(db: Read, accountId: string): Promise<Proof[]> {
  const account = await db.selectFrom('accounts').select(['mail', 'mail_proved_at']).where('id', '=', accountId).where('closed_at', 'is', null).executeTakeFirst();
  if (!account) return [];
  const sirets = (await listIdentities(db, accountId)).filter((one) => one.siret !== null);
  return [
    ...(account.mail_proved_at ? [{ kind: 'mail-domain' as const, value: account.mail.split('@').at(-1)!.toLowerCase(), since: account.mail_proved_at }] : []),
    ...sirets.map((one) => ({ kind: 'siret' as const, value: one.siret!, since: one.usedAt })),
  ];
}
