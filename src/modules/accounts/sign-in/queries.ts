import { sql, type Read } from '~/platform/db/index.ts';
import { hashToken } from '../tokens.ts';

export interface LinkInfo {
  mail: string;
  /** Whose new address; null: a link to sign in. */
  accountId: string | null;
  sameBrowser: boolean;
}

/** A link that may still be used. Looking uses nothing: programs that read mail look too. */
export async function findLink(db: Read, token: string, browser: string | undefined): Promise<LinkInfo | undefined> {
  const row = await db
    .selectFrom('sign_in_links')
    .select(['mail', 'account_id', 'browser_hash'])
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst();
  return row && { mail: row.mail, accountId: row.account_id, sameBrowser: browser !== undefined && hashToken(browser).equals(row.browser_hash) };
}

/** The address that this browser last asked a link for, so that a slip of the finger is seen. */
export async function findAsked(db: Read, browser: string | undefined): Promise<string | undefined> {
  if (!browser) return undefined;
  const row = await db
    .selectFrom('sign_in_links')
    .select('mail')
    .where('browser_hash', '=', hashToken(browser))
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.mail;
}
