import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { openByMail } from '../open-by-mail.ts';
import { recordIdentity, type ProvedIdentity } from '../provider/commands.ts';
import { createToken, hashToken } from '../tokens.ts';

export const linkMinutes = 20;

export interface LinkInput {
  mail: string;
  /** The browser's token, from its cookie. */
  browser: string;
  next: string | null;
  /** A new address for this account, instead of signing in. */
  accountId?: string;
  identity?: ProvedIdentity;
}

/** A link to send to this address. Whether an account has it is not looked at: nothing can tell, not even time. */
export async function createLink(tx: Tx, { mail, browser, next, accountId, identity }: LinkInput): Promise<string> {
  const token = createToken();
  await tx
    .insertInto('sign_in_links')
    .values({
      id: newId(), token_hash: hashToken(token), browser_hash: hashToken(browser), mail, next, account_id: accountId ?? null,
      identity: identity ? JSON.stringify(identity) : null, expires_at: sql`now() + ${`${linkMinutes} minutes`}::interval`,
    })
    .execute();
  return token;
}

export interface SignedIn {
  accountId: string;
  next: string | null;
  /** Opened just now: its name is to be asked. */
  isNew: boolean;
}

/**
 * Uses a link: once, in its time. Opens the account of an address that has none. An identity that waited for the address is
 * linked only in the browser that asked: opened elsewhere, somebody else may have asked.
 */
export async function acceptLink(tx: Tx, token: string, browser: string | undefined, lang: Lang): Promise<SignedIn | undefined> {
  const link = await tx
    .updateTable('sign_in_links')
    .set({ used_at: sql`now()` })
    .where('token_hash', '=', hashToken(token))
    .where('account_id', 'is', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .returning(['mail', 'next', 'identity', 'browser_hash'])
    .executeTakeFirst();
  if (!link) return undefined;
  const { accountId, isNew } = await openByMail(tx, link.mail, lang);
  const sameBrowser = browser !== undefined && hashToken(browser).equals(link.browser_hash);
  if (link.identity && sameBrowser) await recordIdentity(tx, accountId, link.identity as unknown as ProvedIdentity);
  return { accountId, next: link.next, isNew };
}
