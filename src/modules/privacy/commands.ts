import { endMandate } from '~/modules/accounts/index.ts';
import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { listPersonal } from '~/sheets/index.ts';
import { messages } from './messages.ts';

/** What remains in the place of a title that somebody had chosen. */
export const gone: Actor = { name: 'Personne partie' };

/** Asks for one's data: the job starts when this is committed. One at a time: asking again gives the one under way. */
export async function createExport(tx: Tx, actor: Actor, accountId: string, at: string): Promise<string> {
  await sql`select from accounts where id = ${accountId} for update`.execute(tx);
  const underWay = await tx.selectFrom('data_exports').select('id').where('account_id', '=', accountId).where('finished_at', 'is', null).where('failed', '=', false).executeTakeFirst();
  if (underWay) return underWay.id;
  const id = newId();
  await tx.insertInto('data_exports').values({ id, account_id: accountId, asked_at: at }).execute();
  await recordEvent(tx, { name: 'data.export_asked', actor });
  return id;
}

export type LeavingRefusal = 'demonstration' | 'lastAdministrator';

/** Why this account cannot leave: a character is tried by others, an instance keeps somebody who can open it. */
export async function findLeavingRefusal(db: Tx, accountId: string): Promise<LeavingRefusal | null> {
  const { rows } = await sql<{ demo: boolean; administrator: boolean; others: boolean }>`
    select a.demo is not null as demo,
      exists (select 1 from mandates m where m.account_id = a.id and m.role = 'administrator' and m.ended_at is null) as administrator,
      exists (select 1 from mandates m join accounts o on o.id = m.account_id and o.closed_at is null
        where m.account_id <> a.id and m.role = 'administrator' and m.ended_at is null and (m.until is null or m.until >= current_date)) as others
    from accounts a where a.id = ${accountId}`.execute(db);
  const found = rows[0];
  if (!found || found.demo) return 'demonstration';
  return found.administrator && !found.others ? 'lastAdministrator' : null;
}

/**
 * Leaving: each module erases or makes anonymous what it keeps, then the account itself goes, with its sessions.
 * What was done stays done: history keeps the act, the body and the role, without the account and without a title that was theirs.
 */
export async function leaveInstance(tx: Tx, accountId: string): Promise<LeavingRefusal | null> {
  // two administrators who leave at once: the second waits, and finds that nobody else remains
  await sql`select pg_advisory_xact_lock(hashtext('administrators'))`.execute(tx);
  const account = await tx.selectFrom('accounts').select(['title', 'mail', 'lang']).where('id', '=', accountId).forUpdate().executeTakeFirst();
  const refusal = await findLeavingRefusal(tx, accountId);
  if (!account || refusal) return refusal;
  const mandates = await tx.selectFrom('mandates').select('id').where('account_id', '=', accountId).where('ended_at', 'is', null).execute();
  for (const { id } of mandates) await endMandate(tx, gone, id);
  // before the modules unlink what they keep: it is found by its account
  if (account.title) await hideTitle(tx, accountId, account.title);
  // Those who build on accounts first: the account goes last.
  for (const { leave } of listPersonal().toReversed()) await leave?.(tx, accountId);
  await tx.deleteFrom('accounts').where('id', '=', accountId).execute();
  const t = translator(messages, account.lang as Lang);
  await queueMail(tx, { to: account.mail, kind: 'left', subject: t('mail.left'), text: t('mail.left.text') });
  await recordEvent(tx, { name: 'account.left', actor: gone });
  return null;
}

async function hideTitle(tx: Tx, accountId: string, title: string): Promise<void> {
  await sql`update sheet_states s set author = ${gone.name} where s.author = ${title}
    and exists (select 1 from events e where e.sheet_id = s.sheet_id and e.account_id = ${accountId})`.execute(tx);
  await sql`update proposals p set decided_by = ${gone.name} where p.decided_by = ${title}
    and exists (select 1 from events e where e.sheet_id = p.sheet_id and e.account_id = ${accountId})`.execute(tx);
  await tx.updateTable('proposals').set({ author: gone.name }).where('account_id', '=', accountId).where('author', '=', title).execute();
  await tx.updateTable('events').set({ actor: gone.name }).where('account_id', '=', accountId).where('actor', '=', title).execute();
  await tx.updateTable('mandates').set({ granted_by: gone.name }).where('granted_by', '=', title).where(sql<boolean>`exists (select 1 from events e where e.account_id = ${accountId} and e.name = 'mandate.granted')`).execute();
  await sql`update person_consents set recorded_by = ${gone.name} where recorded_by = ${title} and person_id = (select person_id from accounts where id = ${accountId})`.execute(tx);
}
