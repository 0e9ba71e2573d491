import { sql, type Db, type Tx } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { findAccountByMail } from '../queries.ts';
import { hashToken } from '../tokens.ts';

export interface Profile {
  name: string;
  title: string | null;
  lang: Lang;
}

export async function updateProfile(db: Db, accountId: string, { name, title, lang }: Profile): Promise<void> {
  await db.updateTable('accounts').set({ name, title, lang }).where('id', '=', accountId).execute();
}

/** The new address takes the place of the old, which is returned; `taken` when another account has it, undefined when the link is over. */
export async function acceptNewMail(tx: Tx, token: string, accountId: string): Promise<{ old: string } | 'taken' | undefined> {
  const link = await tx
    .updateTable('sign_in_links')
    .set({ used_at: sql`now()` })
    .where('token_hash', '=', hashToken(token))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .returning('mail')
    .executeTakeFirst();
  if (!link) return undefined;
  await sql`select pg_advisory_xact_lock(hashtextextended('account ' || lower(${link.mail}), 0))`.execute(tx);
  const holder = await findAccountByMail(tx, link.mail);
  if (holder && holder.id !== accountId) return 'taken';
  const { mail: old } = await tx.selectFrom('accounts').select('mail').where('id', '=', accountId).executeTakeFirstOrThrow();
  await tx.updateTable('accounts').set({ mail: link.mail, mail_proved_at: sql`now()` }).where('id', '=', accountId).execute();
  return { old };
}
