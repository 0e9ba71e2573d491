import { endMandate, grantMandate } from '~/modules/accounts/index.ts';
import { isId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { queueMail, type Mail } from '~/platform/mail/queue.ts';
import type { Role } from '~/sheets/index.ts';
import { bodyKindsOf } from './rules.ts';

export interface AddMandateInput {
  accountId: string;
  role: Role;
  body: { id: string; kind: string } | null;
  function?: string;
  service?: string;
  until?: string;
}

export type AddMandateRefusal = 'body.missing' | 'body.wrong' | 'until.missing' | 'until.past' | 'account.closed' | 'lastAdministrator';

/** Gives a role on a body; an expert's has a last day. */
export async function addMandate(tx: Tx, actor: Actor, { accountId, role, body, ...rest }: AddMandateInput, today: string): Promise<AddMandateRefusal | null> {
  if (role !== 'administrator' && !body) return 'body.missing';
  if (body && !bodyKindsOf(role).includes(body.kind)) return 'body.wrong';
  if (role === 'expert' && !rest.until) return 'until.missing';
  if (rest.until && rest.until < today) return 'until.past';
  if (!isId(accountId)) return 'account.closed';
  const account = await tx.selectFrom('accounts').select('id').where('id', '=', accountId).where('closed_at', 'is', null).forUpdate().executeTakeFirst();
  if (!account) return 'account.closed';
  if (role === 'administrator' && rest.until) {
    await sql`select pg_advisory_xact_lock(hashtext('administrators'))`.execute(tx);
    // a last day on the mandate that the last administrator holds would close the instance on that day
    if ((await isAdministrator(tx, accountId)) && !(await hasOtherAdministrator(tx, accountId))) return 'lastAdministrator';
  }
  await grantMandate(tx, actor, { accountId, role, bodyId: body?.id ?? null, ...rest });
  return null;
}

/** Ends a mandate today; the last administrator keeps theirs. `missing`: not this account's, or ended already. */
export async function closeMandate(tx: Tx, actor: Actor, accountId: string, mandateId: string): Promise<'missing' | 'lastAdministrator' | null> {
  if (!isId(accountId) || !isId(mandateId)) return 'missing';
  // two administrators who end each other's mandate at once: the second finds that nobody else remains
  await sql`select pg_advisory_xact_lock(hashtext('administrators'))`.execute(tx);
  const mandate = await tx.selectFrom('mandates').select('role').where('id', '=', mandateId).where('account_id', '=', accountId).where('ended_at', 'is', null).executeTakeFirst();
  if (!mandate) return 'missing';
  if (mandate.role === 'administrator' && !(await hasOtherAdministrator(tx, accountId))) return 'lastAdministrator';
  await endMandate(tx, actor, mandateId);
  return null;
}

async function isAdministrator(tx: Tx, accountId: string): Promise<boolean> {
  return (await tx.selectFrom('mandates').select('id').where('account_id', '=', accountId).where('role', '=', 'administrator').where('ended_at', 'is', null).executeTakeFirst()) !== undefined;
}

async function hasOtherAdministrator(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ others: boolean }>`
    select exists (select 1 from mandates m join accounts a on a.id = m.account_id and a.closed_at is null
      where m.role = 'administrator' and m.account_id <> ${accountId} and m.ended_at is null and (m.until is null or m.until >= current_date)) as others`.execute(tx);
  return rows[0]!.others;
}

/** One mail to oneself. */
export async function createTestMail(tx: Tx, actor: Actor, mail: Mail): Promise<void> {
  await queueMail(tx, mail);
  await recordEvent(tx, { name: 'mail.tested', actor });
}

/** A mail that was given up is tried again now. False when it was not. */
export async function updateFailedMail(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const row = await tx.updateTable('mails').set({ failed: null, attempts: 0, due_at: sql`now()` }).where('id', '=', id).where('failed', 'is not', null).where('recipient', '<>', '').returning('id').executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'mail.retried', actor });
  return row !== undefined;
}

/** As pg-boss's own retry: one more time, now. False when this job has not failed. */
export async function updateFailedJob(tx: Tx, actor: Actor, queue: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(tx);
  if (!rows[0]!.there || !isId(id)) return false;
  const { numAffectedRows } = await sql`
    update jobs.job set state = 'retry', retry_limit = retry_limit + 1, start_after = now(), completed_on = null where name = ${queue} and id = ${id} and state = 'failed'`.execute(tx);
  const retried = Number(numAffectedRows ?? 0) > 0;
  if (retried) await recordEvent(tx, { name: 'job.retried', actor, changes: { queue: [null, queue] } });
  return retried;
}
