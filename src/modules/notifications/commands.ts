import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { mostFollows, type Rhythm } from './rules.ts';

export type Followed = { sheetId: string; function?: string } | { country: string };

/** Twice is once. `full`: this account follows as many things as anybody can read. */
export async function addFollow(tx: Tx, accountId: string, what: Followed): Promise<'added' | 'full'> {
  await tx.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().execute();
  const { n } = await tx.selectFrom('follows').select((eb) => eb.fn.countAll<number>().as('n')).where('account_id', '=', accountId).executeTakeFirstOrThrow();
  if (n >= mostFollows) return 'full';
  const sheetId = 'sheetId' in what ? what.sheetId : null;
  const held = 'sheetId' in what ? (what.function ?? null) : null;
  await tx
    .insertInto('follows')
    .values({
      id: newId(), account_id: accountId, sheet_id: sheetId, country: 'country' in what ? what.country : null, function: held,
      holders: held === null ? null : sql<string>`(select ${holdersOf} from person_functions p where p.body_id = ${sheetId}::uuid and p.function = ${held} and p.is_current)`,
    })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return 'added';
}

/** Who holds a function, as a digest of their ids. `p` is person_functions. */
export const holdersOf = sql<string>`md5(coalesce(string_agg(p.person_id::text, ',' order by p.person_id), ''))`;

export async function removeFollow(tx: Tx, accountId: string, what: Followed): Promise<void> {
  const query = tx.deleteFrom('follows').where('account_id', '=', accountId);
  if ('country' in what) await query.where('country', '=', what.country).execute();
  else await query.where('sheet_id', '=', what.sheetId).where(sql<boolean>`function is not distinct from ${what.function ?? null}`).execute();
}

/** False when it is not this account’s. */
export async function removeFollowById(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('follows').where('account_id', '=', accountId).where(sql<boolean>`id::text = ${id}`).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** After « never », what happened meanwhile stays in the list of news and is not poured into the next mail. */
export async function updateMailChoices(tx: Tx, accountId: string, { rhythm, reminders }: { rhythm?: Rhythm; reminders?: boolean }): Promise<void> {
  const before = await tx.selectFrom('mail_choices').select('rhythm').where('account_id', '=', accountId).executeTakeFirst();
  if (before?.rhythm === 'never' && rhythm && rhythm !== 'never') {
    await tx.updateTable('notifications').set({ mailed_at: sql`now()` }).where('account_id', '=', accountId).where('mailed_at', 'is', null).execute();
  }
  const set = { ...(rhythm ? { rhythm } : {}), ...(reminders === undefined ? {} : { reminders }), updated_at: sql<string>`now()` };
  await tx.insertInto('mail_choices').values({ account_id: accountId, ...set }).onConflict((oc) => oc.column('account_id').doUpdateSet(set)).execute();
}

/** Read here: no mail tells it again. */
export async function closeNews(tx: Tx, accountId: string): Promise<void> {
  await tx.updateTable('notifications').set({ read_at: sql`now()` }).where('account_id', '=', accountId).where('read_at', 'is', null).execute();
}
