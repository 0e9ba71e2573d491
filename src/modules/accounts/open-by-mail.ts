import { sql, type Tx } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { createAccount } from './commands.ts';
import { findAccountByMail } from './queries.ts';
import { buildName } from './sign-in/rules.ts';

/** The account of a proved address, opened when there is none. Two links at once open one account. */
export async function openByMail(tx: Tx, mail: string, lang: Lang, name?: string): Promise<{ accountId: string; isNew: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtextextended('account ' || lower(${mail}), 0))`.execute(tx);
  const found = await findAccountByMail(tx, mail);
  const accountId = found?.id ?? (await createAccount(tx, { mail, name: name || buildName(mail), lang }));
  await tx.updateTable('accounts').set({ mail_proved_at: sql`now()` }).where('id', '=', accountId).execute();
  return { accountId, isNew: !found };
}
