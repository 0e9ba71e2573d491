import { sql, type Db, type Tx } from '~/platform/db/index.ts';
import type { Values } from '~/sheets/index.ts';

const most = 50;
const largest = 100_000;

/** Keeps what is typed and not sent. No event: nobody else learns of it. False: too large to be kept. */
export async function recordDraft(db: Db | Tx, accountId: string, form: string, values: Values, version: number | null): Promise<boolean> {
  const text = JSON.stringify(values);
  if (text.length > largest) return false;
  await db
    .insertInto('drafts')
    .values({ account_id: accountId, form, field_values: text, sheet_version: version })
    .onConflict((oc) => oc.columns(['account_id', 'form']).doUpdateSet({ field_values: text, sheet_version: version, updated_at: sql`now()` }))
    .execute();
  // A script that invents addresses fills nothing.
  await sql`delete from drafts where account_id = ${accountId} and form not in (
    select form from drafts where account_id = ${accountId} order by updated_at desc limit ${most})`.execute(db);
  return true;
}

export async function removeDraft(db: Db | Tx, accountId: string, form: string): Promise<void> {
  await db.deleteFrom('drafts').where('account_id', '=', accountId).where('form', '=', form).execute();
}

export const draftDays = 30;

/** Those that nobody came back to. */
export async function removeOldDrafts(tx: Tx, now: number): Promise<number> {
  const limit = new Date(now - draftDays * 86_400_000).toISOString();
  const { numDeletedRows } = await tx.deleteFrom('drafts').where('updated_at', '<', limit).executeTakeFirst();
  return Number(numDeletedRows);
}
