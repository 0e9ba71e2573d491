import { sql, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent, type Actor } from '~/platform/events/index.ts';
import type { AttendanceInput } from '../types.ts';
import { keysOf, listAttendanceKeys } from './queries.ts';

export interface Added {
  added: number;
  /** Already on the list, and left as they were. */
  already: number;
}

/**
 * Adds people to the list: by a function that documents know, by their registration, or by what was written that day.
 * Somebody already there is not added twice. The list itself stays private: the event says how many, never who.
 * @param actor null: people said it themselves, by the code shown in the room
 */
export async function addAttendances(tx: Tx, actor: Actor | null, meetingId: string, list: readonly AttendanceInput[]): Promise<Added> {
  await tx.selectFrom('meetings').select('sheet_id').where('sheet_id', '=', meetingId).forUpdate().executeTakeFirstOrThrow();
  const { keys, last, before } = await listAttendanceKeys(tx, meetingId);
  const fresh: AttendanceInput[] = [];
  for (const one of list) {
    const { looked, written } = keysOf(one);
    if (looked.some((key) => keys.has(key))) continue;
    for (const key of written) keys.add(key);
    fresh.push(one);
  }
  if (fresh.length) await tx.insertInto('attendances').values(fresh.map((one, index) => rowOf(meetingId, one, one.number ?? last + index + 1))).execute();
  if (fresh.length) await recordEvent(tx, actor ? { name: 'event.attendance', sheetId: meetingId, actor, changes: { people: [before, before + fresh.length] } } : { name: 'registration.present', actor: instance });
  return { added: fresh.length, already: list.length - fresh.length };
}

function rowOf(meetingId: string, one: AttendanceInput, number: number) {
  return {
    meeting_id: meetingId, number, function_id: one.functionId ?? null, registration_id: one.registrationId ?? null, authority_id: one.authorityId ?? null,
    stood_for_id: one.stoodForId ?? null, authority_written: one.authorityWritten ?? null, function_written: one.functionWritten ?? null,
    name_written: one.registrationId ? null : (one.name ?? null), standing: one.standing ?? null, how: one.how ?? 'list', document_id: one.source?.document ?? null, locator: one.source?.locator ?? null,
  };
}

/** Ticked by mistake. */
export async function removeAttendances(tx: Tx, actor: Actor, meetingId: string, registrationIds: readonly string[]): Promise<void> {
  const gone = await tx.deleteFrom('attendances').where('meeting_id', '=', meetingId).where('registration_id', 'in', [...registrationIds]).returning('number').execute();
  if (gone.length) await recordEvent(tx, { name: 'event.attendance', sheetId: meetingId, actor });
}

/** A code to show in the room, for today only. */
export async function updateCode(tx: Tx, actor: Actor, meetingId: string, today: string): Promise<string> {
  const code = [...crypto.getRandomValues(new Uint8Array(5))].map((byte) => letters[byte % letters.length]).join('');
  await tx
    .insertInto('meeting_doors')
    .values({ sheet_id: meetingId, code, code_day: today })
    .onConflict((oc) => oc.column('sheet_id').doUpdateSet({ code, code_day: today }))
    .execute();
  await recordEvent(tx, { name: 'registration.code', actor });
  return code;
}

// None that is read as another on a screen at the back of a room.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** What a registration says of who came is written beside the list, so that counts stay true once the registration is erased. */
export async function writeFromRegistrations(tx: Tx, registrationIds: readonly string[]): Promise<void> {
  await sql`
    update attendances a set standing = coalesce(a.standing, r.standing), authority_id = coalesce(a.authority_id, (select s.id from sheets s where s.id = r.body_id and s.kind = 'territory'))
    from registrations r where r.id = a.registration_id and r.id = any(${[...registrationIds]}::uuid[])`.execute(tx);
}
