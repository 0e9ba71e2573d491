import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';
import { countAttendance, simplify, type AttendanceCount } from '../rules.ts';
import type { AttendanceInput } from '../types.ts';

type Known = Pick<AttendanceInput, 'functionId' | 'registrationId' | 'name' | 'authorityId' | 'authorityWritten'>;

/**
 * What makes somebody the same person on one list: their function or registration; else the name, whatever its accents and
 * hyphens, and the authority when both lines give one. Somebody of the same name from another authority is another person.
 */
export function keysOf({ functionId, registrationId, name, authorityId, authorityWritten }: Known): { looked: string[]; written: string[] } {
  const own = [...(functionId ? [`f ${functionId}`] : []), ...(registrationId ? [`r ${registrationId}`] : [])];
  if (!name) return { looked: own, written: own };
  const from = [...(authorityId ? [`n ${simplify(name)} ${authorityId}`] : []), ...(authorityWritten ? [`n ${simplify(name)} ${simplify(authorityWritten)}`] : [])];
  const [anywhere, nowhere] = [`any ${simplify(name)}`, `none ${simplify(name)}`];
  return { looked: [...own, ...(from.length ? [...from, nowhere] : [anywhere])], written: [...own, ...from, anywhere, ...(from.length ? [] : [nowhere])] };
}

export async function listAttendanceKeys(db: Read, meetingId: string): Promise<{ keys: Set<string>; last: number; before: number }> {
  const { rows } = await sql<Known & { number: number }>`
    select a.number, a.function_id as "functionId", a.registration_id as "registrationId", coalesce(a.authority_id, r.body_id) as "authorityId", coalesce(a.authority_written, r.body, b.title) as "authorityWritten",
      coalesce(a.name_written, r.name, c.name, nullif(trim(p.first_name || ' ' || p.last_name), '')) as name
    from attendances a left join registrations r on r.id = a.registration_id left join accounts c on c.id = r.account_id left join sheets b on b.id = r.body_id
    left join person_functions f on f.id = a.function_id left join people p on p.id = f.person_id
    where a.meeting_id = ${meetingId}`.execute(db);
  return { keys: new Set(rows.flatMap((row) => keysOf(row).written)), last: Math.max(0, ...rows.map((row) => row.number)), before: rows.length };
}

/** Standing and authority of each line of the list: no name of a person is read. An authority that is hidden counts, unnamed. */
export async function findAttendance(db: Read, reader: Reader, meetingId: string): Promise<AttendanceCount | null> {
  const { rows } = await sql<{ standing: string | null; id: string | null; title: string | null; type: string | null }>`
    select coalesce(f.standing, a.standing, r.standing) as standing, coalesce(a.authority_id, b.id) as id, sheets.title, sheets.type
    from attendances a left join person_functions f on f.id = a.function_id left join registrations r on r.id = a.registration_id
    left join sheets b on b.id = r.body_id and b.kind = 'territory'
    left join sheets on sheets.id = coalesce(a.authority_id, b.id) and ${visibleTo(reader)}
    where a.meeting_id = ${meetingId}`.execute(db);
  if (!rows.length) return null;
  return countAttendance(rows.map((row) => ({ isElected: row.standing === 'elected', authority: row.id ? { id: row.id, name: row.title ?? '', isCommune: row.type === 'commune' } : null })));
}

export interface Unregistered {
  number: number;
  name: string | null;
  function: string | null;
  authority: string | null;
}

/** Those who are on the list without a registration: added by hand, or by an import. */
export async function listUnregistered(db: Read, meetingId: string): Promise<Unregistered[]> {
  return db
    .selectFrom('attendances')
    .leftJoin('person_functions', 'person_functions.id', 'attendances.function_id')
    .leftJoin('people', 'people.id', 'person_functions.person_id')
    .select(['attendances.number', 'authority_written as authority'])
    .select((eb) => [eb.fn.coalesce('name_written', sql<string>`nullif(trim(people.first_name || ' ' || people.last_name), '')`).as('name'), eb.fn.coalesce('function_written', 'person_functions.function').as('function')])
    .where('meeting_id', '=', meetingId)
    .where('registration_id', 'is', null)
    .orderBy('attendances.number')
    .limit(2000)
    .execute();
}

/** People of the list that are known as such: they are told that it was opened. */
export async function listSubjects(db: Read, meetingId: string): Promise<{ personId?: string; accountId?: string }[]> {
  const { rows } = await sql<{ person_id: string | null; account_id: string | null }>`
    select f.person_id, null::uuid as account_id from attendances a join person_functions f on f.id = a.function_id where a.meeting_id = ${meetingId}
    union select null, account_id from registrations where meeting_id = ${meetingId} and account_id is not null and state in ('registered', 'waiting')`.execute(db);
  return rows.map((row) => (row.person_id ? { personId: row.person_id } : { accountId: row.account_id! }));
}
