import { latestDay, type PartialDate } from '~/platform/dates/partial.ts';
import type { DeleteResult } from 'kysely';
import { isId, newId, sql, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent, type Actor } from '~/platform/events/index.ts';
import { addConsent, removePersonalData, withdrawConsent } from './commands.ts';
import { offeredConsents, type OfferedConsent, type Standing } from './rules.ts';

export interface CardInput {
  firstName: string;
  lastName: string;
  mail: string | null;
  phone: string | null;
  /** What the person agrees to show, all that is not here is a no. */
  agreed: readonly OfferedConsent[];
}

/** One's own card, opened at its first writing. A consent is touched only when it changes: its day is the day of the change. */
export async function updateCard(tx: Tx, actor: Actor, accountId: string, input: CardInput, at: string): Promise<string> {
  const personId = await openCard(tx, accountId, input);
  await tx.updateTable('people').set({ first_name: input.firstName, last_name: input.lastName, mail: input.mail, phone: input.phone }).where('id', '=', personId).execute();
  const kept = await tx.selectFrom('person_consents').select('field').where('person_id', '=', personId).where('withdrawn_at', 'is', null).execute();
  for (const field of offeredConsents) {
    const [before, after] = [kept.some((one) => one.field === field), input.agreed.includes(field)];
    if (after && !before) await addConsent(tx, actor, personId, field, at);
    if (before && !after) await withdrawConsent(tx, actor, personId, field, at);
  }
  await recordEvent(tx, { name: 'person.updated', actor });
  return personId;
}

async function openCard(tx: Tx, accountId: string, { firstName, lastName }: Pick<CardInput, 'firstName' | 'lastName'>): Promise<string> {
  // one card, even when two windows open it at once
  const account = await tx.selectFrom('accounts').select('person_id').where('id', '=', accountId).forUpdate().executeTakeFirstOrThrow();
  if (account.person_id) return account.person_id;
  const id = newId();
  await tx.insertInto('people').values({ id, first_name: firstName, last_name: lastName }).execute();
  await tx.updateTable('accounts').set({ person_id: id }).where('id', '=', accountId).execute();
  return id;
}

export interface HeldInput {
  function: string;
  standing: Standing;
  bodyId: string | null;
  body: string | null;
  since?: PartialDate;
  until?: PartialDate;
}

/** Several at once; one that ended is kept, as past. */
export async function addFunction(tx: Tx, actor: Actor, personId: string, input: HeldInput, today: string): Promise<void> {
  const { position } = await tx.selectFrom('person_functions').select((eb) => eb.fn.coalesce(eb.fn.max('position'), sql<number>`0`).as('position')).where('person_id', '=', personId).executeTakeFirstOrThrow();
  await tx
    .insertInto('person_functions')
    .values({
      id: newId(), person_id: personId, position: Number(position) + 1, function: input.function, standing: input.standing, body_id: input.bodyId, body: input.body,
      since: input.since?.value ?? null, since_precision: input.since?.precision ?? null, until: input.until?.value ?? null, until_precision: input.until?.precision ?? null,
      is_current: !input.until || latestDay(input.until) >= today,
    })
    .execute();
  await recordEvent(tx, { name: 'person.function', actor });
}

/** False when the function is not this person's. */
export async function closeFunction(tx: Tx, actor: Actor, personId: string, id: string, until: PartialDate): Promise<boolean> {
  if (!isId(id)) return false;
  const row = await tx
    .updateTable('person_functions')
    .set({ until: until.value, until_precision: until.precision, is_current: false })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'person.function', actor });
  return row !== undefined;
}

/** A mistake is taken away; a function that a document or a meeting cites stays. False when it is not theirs, or cited. */
export async function removeFunction(tx: Tx, actor: Actor, personId: string, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const removed = await removeUncited(tx, () =>
    tx.deleteFrom('person_functions').where('id', '=', id).where('person_id', '=', personId).where('document_id', 'is', null).executeTakeFirst());
  if (removed) await recordEvent(tx, { name: 'person.function', actor });
  return removed;
}

/**
 * Leaving: a card that nothing cites goes whole. Otherwise contacts, consents and other spellings go, and so does the name,
 * unless a document names a public mandate: what was said at meetings stays, said by a function.
 */
export async function removePersonOf(tx: Tx, accountId: string): Promise<void> {
  const { person_id: personId } = await tx.selectFrom('accounts').select('person_id').where('id', '=', accountId).executeTakeFirstOrThrow();
  if (!personId) return;
  await tx.updateTable('accounts').set({ person_id: null }).where('person_id', '=', personId).execute();
  await tx.deleteFrom('personal_accesses').where('person_id', '=', personId).execute();
  const { rows } = await sql<{ said: boolean; public: boolean }>`
    select exists (select 1 from person_functions where person_id = ${personId} and document_id is not null) as said,
      exists (select 1 from person_functions where person_id = ${personId} and document_id is not null and standing in ('elected', 'ambassador')) as public`.execute(tx);
  if (!rows[0]!.said && (await removeUncited(tx, () => tx.deleteFrom('people').where('id', '=', personId).executeTakeFirst()))) return;
  await tx.updateTable('people').set({ mail: null, phone: null }).where('id', '=', personId).execute();
  await tx.deleteFrom('person_consents').where('person_id', '=', personId).execute();
  if (!rows[0]!.public) await removePersonalData(tx, instance, personId, new Date().toISOString());
}

/** False when another row refers to it: nothing is removed, and the transaction goes on. */
async function removeUncited(tx: Tx, remove: () => Promise<DeleteResult>): Promise<boolean> {
  await sql`savepoint uncited`.execute(tx);
  try {
    const { numDeletedRows } = await remove();
    await sql`release savepoint uncited`.execute(tx);
    return numDeletedRows > 0n;
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error;
    await sql`rollback to savepoint uncited`.execute(tx);
    return false;
  }
}
