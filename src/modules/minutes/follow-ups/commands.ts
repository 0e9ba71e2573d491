import { listAccountsOf } from '~/modules/accounts/index.ts';
import { newId, sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { recordEvent } from '~/platform/events/index.ts';
import { tellAccounts, sheetHref, type SheetRef } from '~/sheets/index.ts';
import type { Writing } from '../access.ts';
import type { FollowUpKind } from '../rules.ts';
import { openMinutes } from '../writing/commands.ts';

export interface FollowUpInput {
  kind: FollowUpKind;
  text: string;
  bodyId: string | null;
  accountId: string | null;
  /** In words, when neither a body nor an account is chosen. */
  owner: string | null;
  due: string | null;
}

const rowOf = ({ kind, text, bodyId, accountId, owner, due }: FollowUpInput) => ({ kind, text, body_id: bodyId, account_id: accountId, owner, due });

export async function addFollowUp(tx: Tx, actor: Actor, writing: Writing, input: FollowUpInput): Promise<'added' | 'published'> {
  if ((await openMinutes(tx, actor, writing)) === 'published') return 'published';
  await tx.insertInto('minutes_follow_ups').values({ id: newId(), sheet_id: writing.sheet.id, ...rowOf(input) }).execute();
  return 'added';
}

/** Of a draft: what was decided in published minutes stays as it was decided. */
export async function updateFollowUp(tx: Tx, sheetId: string, id: string, input: FollowUpInput): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('minutes_follow_ups').set(rowOf(input)).where('id', '=', id).where('sheet_id', '=', sheetId).executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function removeFollowUp(tx: Tx, sheetId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('minutes_follow_ups').where('id', '=', id).where('sheet_id', '=', sheetId).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Said by whoever sees to it, or by an organiser: reminders stop. Once is enough. */
export async function closeFollowUp(tx: Tx, actor: Actor, sheetId: string, id: string, now: number): Promise<boolean> {
  const row = await tx
    .updateTable('minutes_follow_ups')
    .set({ done_at: new Date(now).toISOString(), done_by: actor.name })
    .where('id', '=', id).where('sheet_id', '=', sheetId).where('done_at', 'is', null)
    .returning('id').executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'minutes.done', actor });
  return row !== undefined;
}

/** Accounts that a follow-up is for: the one named, or those who act for the body. */
export async function listHolders(db: Read, { account_id, body_id }: { account_id: string | null; body_id: string | null }): Promise<string[]> {
  if (account_id) return [account_id];
  return body_id ? [...new Set((await listAccountsOf(db, body_id)).filter(({ role }) => role !== 'expert').map(({ id }) => id))] : [];
}

/** Those of a set of minutes, told once when it is published. */
export async function tellHolders(tx: Tx, actor: Actor, sheet: SheetRef): Promise<void> {
  const rows = await tx.selectFrom('minutes_follow_ups').select(['text', 'account_id', 'body_id']).where('sheet_id', '=', sheet.id).where('kind', '=', 'follow-up').where('done_at', 'is', null).execute();
  for (const row of rows) {
    const accounts = await listHolders(tx, row);
    if (accounts.length) await tellAccounts(tx, { name: 'minutes.follow-up', sheetId: sheet.id, actor }, { accounts, path: `${sheetHref(sheet.kind, sheet.slug)}#suites`, label: row.text, quiet: true });
  }
}

/** Whether this person may say that it is done. */
export async function mayClose(db: Read, accountId: string, bodyId: string | undefined, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from minutes_follow_ups where id = ${id}::uuid and (account_id = ${accountId}::uuid or body_id = ${bodyId ?? null}::uuid)`.execute(db);
  return rows.length > 0;
}
