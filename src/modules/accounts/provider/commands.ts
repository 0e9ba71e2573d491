import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { openByMail } from '../open-by-mail.ts';
import { parseMail } from '../sign-in/rules.ts';
import type { ProviderPerson } from './client.ts';

/** Somebody whom a provider just recognised. */
export interface ProvedIdentity {
  issuer: string;
  subject: string;
  /** The employer's establishment, said by the provider. */
  siret: string | null;
}

/** Ties an identity to an account; false when another account has it. */
export async function recordIdentity(tx: Tx, accountId: string, { issuer, subject, siret }: ProvedIdentity): Promise<boolean> {
  const { rows } = await sql<{ account_id: string }>`
    insert into identities as i (id, account_id, issuer, subject, siret) values (${newId()}, ${accountId}, ${issuer}, ${subject}, ${siret})
    on conflict (issuer, subject) do update set used_at = now(), siret = case when i.account_id = excluded.account_id then excluded.siret else i.siret end
    returning account_id`.execute(tx);
  return rows[0]!.account_id === accountId;
}

export async function removeIdentity(tx: Tx, accountId: string, id: string): Promise<void> {
  await tx.deleteFrom('identities').where('id', '=', id).where('account_id', '=', accountId).execute();
}

export type Accepted =
  | { kind: 'in'; accountId: string; isNew: boolean }
  /** Another account has this identity. */
  | { kind: 'taken' }
  /** The provider gives no address, or none that may be one. */
  | { kind: 'no-mail' }
  /** It gives an address without vouching for it: a link must prove it first. */
  | { kind: 'unproved'; mail: string };

/**
 * The account of somebody whom a provider recognised.
 * @param accountId who is signed in and wants to tie this identity to their account
 */
export async function acceptPerson(tx: Tx, person: ProviderPerson, lang: Lang, accountId: string | null): Promise<Accepted> {
  const tied = await tx.selectFrom('identities').select('account_id').where('issuer', '=', person.issuer).where('subject', '=', person.subject).executeTakeFirst();
  const owner = tied?.account_id ?? accountId;
  if (accountId && owner !== accountId) return { kind: 'taken' };
  if (owner) {
    await recordIdentity(tx, owner, person);
    return { kind: 'in', accountId: owner, isNew: false };
  }
  const mail = parseMail(person.mail ?? '');
  if (!mail) return { kind: 'no-mail' };
  if (!person.mailProved) return { kind: 'unproved', mail };
  const opened = await openByMail(tx, mail, lang, person.name);
  await recordIdentity(tx, opened.accountId, person);
  return { kind: 'in', ...opened };
}
