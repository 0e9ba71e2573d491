import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Role } from '~/sheets/index.ts';
import { createToken, hashToken } from './tokens.ts';

export interface AccountInput {
  mail: string;
  name: string;
  /** The function as history tells it, never a name. */
  title?: string;
  lang?: Lang;
  personId?: string;
  demo?: string;
  trusted?: boolean;
}

/** Opens an account. The mail must be free among open accounts. */
export async function createAccount(tx: Tx, input: AccountInput): Promise<string> {
  const id = newId();
  await tx
    .insertInto('accounts')
    .values({
      id, mail: input.mail.trim(), name: input.name, title: input.title ?? null, lang: input.lang ?? 'fr',
      person_id: input.personId ?? null, demo: input.demo ?? null, trusted_at: input.trusted ? sql`now()` : null,
    })
    .execute();
  return id;
}

export interface MandateInput {
  accountId: string;
  role: Role;
  /** The body's sheet; null for an administrator. */
  bodyId: string | null;
  function?: string;
  service?: string;
  /** Last day, ISO. */
  until?: string;
}

/** Gives a right on a body. The event tells the body that somebody may act for it, never who. */
export async function grantMandate(tx: Tx, actor: Actor, input: MandateInput): Promise<string> {
  const id = newId();
  const row = await tx
    .insertInto('mandates')
    .values({
      id, account_id: input.accountId, role: input.role, body_id: input.bodyId, function: input.function ?? null,
      service: input.service ?? null, until: input.until ?? null, granted_by: actor.name,
    })
    .onConflict((oc) => oc.columns(['account_id', 'role', 'body_id']).where('ended_at', 'is', null).doUpdateSet({ until: input.until ?? null, function: input.function ?? null }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(tx, { name: 'mandate.granted', actor, ...(input.bodyId ? { sheetId: input.bodyId } : {}), changes: { role: [null, input.role] } });
  return row.id;
}

export async function endMandate(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await tx.updateTable('mandates').set({ ended_at: sql`now()` }).where('id', '=', id).where('ended_at', 'is', null).returning(['body_id', 'role']).executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'mandate.ended', actor, ...(row.body_id ? { sheetId: row.body_id } : {}), changes: { role: [row.role, null] } });
}

/** Days that a session lives without being renewed. */
export const sessionDays = 30;

/** A new session, never an old one renamed: nobody can prepare a token for somebody else. Returns the token, for the cookie alone. */
export async function openSession(tx: Tx, accountId: string, device: string): Promise<string> {
  const token = createToken();
  await tx
    .insertInto('sessions')
    .values({ id: newId(), token_hash: hashToken(token), account_id: accountId, device: device.slice(0, 120), expires_at: sql`now() + ${`${sessionDays} days`}::interval` })
    .execute();
  return token;
}

export async function closeSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('id', '=', sessionId).execute();
}

/** For whom the person acts from now on; false when the mandate is not theirs or over. */
export async function chooseMandate(tx: Tx, sessionId: string, mandateId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({ mandate_id: mandateId })
    .where('id', '=', sessionId)
    .where((eb) =>
      eb.exists(
        eb.selectFrom('mandates').select('mandates.id').whereRef('mandates.account_id', '=', 'sessions.account_id').where('mandates.id', '=', mandateId)
          .where('ended_at', 'is', null).where((e) => e.or([e('until', 'is', null), e('until', '>=', sql<string>`current_date`)])),
      ))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
