import { newId, type Read } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';

/** Whose private fields were read. */
export interface Subject {
  personId?: string;
  accountId?: string;
}

/** What was read; the words are in the messages of the page that shows it to the person concerned. */
export type AccessKind = 'card' | 'participants' | 'export' | 'roles';

/**
 * Keeps that somebody read private fields of somebody else: shown to the person concerned, by function and body, for a year.
 * Reading one's own is not kept.
 */
export async function recordAccess(db: Read, reader: Actor, subject: Subject | readonly Subject[], what: AccessKind): Promise<void> {
  const subjects = [subject].flat().filter((one) => one.accountId === undefined || one.accountId !== reader.accountId);
  if (!subjects.length) return;
  await db
    .insertInto('personal_accesses')
    .values(subjects.map((one) => ({
      id: newId(), reader_id: reader.accountId ?? null, reader_function: reader.name, reader_body_id: reader.onBehalfOf ?? null,
      person_id: one.personId ?? null, account_id: one.accountId ?? null, what,
    })))
    .execute();
}
