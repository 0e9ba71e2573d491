import { sql, type Read } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { RegistrationKind, RegistrationState } from './rules.ts';

export interface Doors {
  registration: boolean;
  opensOn: string | null;
  closesOn: string | null;
  places: number | null;
  onlineLink: string | null;
  code: string | null;
  codeDay: string | null;
}

const closed: Doors = { registration: false, opensOn: null, closesOn: null, places: null, onlineLink: null, code: null, codeDay: null };

/** How one comes in. The link and the code are for registered people and organisers: who draws them has asked first. */
export async function getDoors(db: Read, meetingId: string): Promise<Doors> {
  const row = await db
    .selectFrom('meeting_doors')
    .select(['registration', 'opens_on as opensOn', 'closes_on as closesOn', 'places', 'online_link as onlineLink', 'code', 'code_day as codeDay'])
    .where('sheet_id', '=', meetingId)
    .executeTakeFirst();
  return row ?? closed;
}

export interface Registration {
  id: string;
  meetingId: string;
  kind: RegistrationKind;
  state: RegistrationState;
  reminders: boolean;
  accountId: string | null;
  name: string | null;
  mail: string | null;
  function: string | null;
  lang: Lang;
  sessions: string[];
  present: boolean;
}

function selectRegistrations(db: Read) {
  return db
    .selectFrom('registrations')
    .leftJoin('accounts', 'accounts.id', 'registrations.account_id')
    .select((eb) => [
      'registrations.id', 'meeting_id as meetingId', 'kind', 'state', 'reminders', 'account_id as accountId', 'function', 'registrations.lang',
      eb.fn.coalesce('registrations.name', 'accounts.name').as('name'),
      eb.fn.coalesce('registrations.mail', 'accounts.mail').as('mail'),
      sql<string[]>`coalesce((select array_agg(session_id) from registration_sessions s where s.registration_id = registrations.id), '{}')`.as('sessions'),
      sql<boolean>`exists (select 1 from attendances a where a.meeting_id = registrations.meeting_id and a.registration_id = registrations.id)`.as('present'),
    ]);
}

export async function findRegistration(db: Read, id: string): Promise<Registration | undefined> {
  return (await selectRegistrations(db).where('registrations.id', '=', id).executeTakeFirst()) as Registration | undefined;
}

export async function findOwnRegistration(db: Read, accountId: string, meetingId: string): Promise<Registration | undefined> {
  return (await selectRegistrations(db).where('meeting_id', '=', meetingId).where('account_id', '=', accountId).executeTakeFirst()) as Registration | undefined;
}

/** Registered, and not on the waiting list. */
export async function isRegistered(db: Read, accountId: string, meetingId: string): Promise<boolean> {
  const row = await db.selectFrom('registrations').select('id').where('meeting_id', '=', meetingId).where('account_id', '=', accountId).where('state', '=', 'registered').executeTakeFirst();
  return row !== undefined;
}

export interface RegisteredPerson {
  id: string;
  kind: RegistrationKind;
  state: RegistrationState;
  accountId: string | null;
  name: string;
  mail: string;
  lang: Lang;
  function: string | null;
  /** The body's name: its sheet's, or as it was written. */
  body: string | null;
  bodyId: string | null;
  standing: string;
  present: boolean;
}

/** Private: for the organisers, who are recorded as having read it, and for the mail of the meeting. Those who confirmed, in the order of names. */
export async function listRegistered(db: Read, meetingId: string, states: readonly RegistrationState[] = ['registered']): Promise<RegisteredPerson[]> {
  const rows = await db
    .selectFrom('registrations')
    .leftJoin('accounts', 'accounts.id', 'registrations.account_id')
    .leftJoin('sheets', 'sheets.id', 'registrations.body_id')
    .select((eb) => [
      'registrations.id', 'registrations.kind', 'registrations.state', 'account_id as accountId', 'registrations.lang', 'body_id as bodyId', 'standing',
      eb.fn.coalesce('registrations.name', 'accounts.name', sql.lit('')).as('name'),
      eb.fn.coalesce('registrations.mail', 'accounts.mail', sql.lit('')).as('mail'),
      eb.fn.coalesce('registrations.function', 'accounts.title').as('function'),
      eb.fn.coalesce('sheets.title', 'registrations.body').as('body'),
      sql<boolean>`exists (select 1 from attendances a where a.meeting_id = registrations.meeting_id and a.registration_id = registrations.id)`.as('present'),
    ])
    .where('registrations.meeting_id', '=', meetingId)
    .where('registrations.state', 'in', [...states])
    .orderBy(sql`plain(coalesce(registrations.name, accounts.name, ''))`)
    .orderBy('registrations.id')
    .limit(5000)
    .execute();
  return rows as RegisteredPerson[];
}

export type Counts = Record<RegistrationState | 'present', number>;

/** How many in each state, for organisers; and how many came, however they were written down. */
export async function countRegistered(db: Read, meetingId: string): Promise<Counts> {
  const [states, present] = await Promise.all([
    db.selectFrom('registrations').select((eb) => ['state', eb.fn.countAll<number>().as('n')]).where('meeting_id', '=', meetingId).groupBy('state').execute(),
    db.selectFrom('attendances').select((eb) => eb.fn.countAll<number>().as('n')).where('meeting_id', '=', meetingId).executeTakeFirstOrThrow(),
  ]);
  const counts: Counts = { invited: 0, asked: 0, registered: 0, waiting: 0, cancelled: 0, present: Number(present.n) };
  for (const { state, n } of states) counts[state as RegistrationState] = Number(n);
  return counts;
}

/** The one public body that bears this name; several, or none: the words are kept alone. */
export async function findBodyNamed(db: Read, words: string, kinds: readonly string[] = ['territory', 'organisation', 'network']): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select distinct s.id from sheet_names n join sheets s on s.id = n.sheet_id
    where n.plain = plain(${words.trim()}) and s.kind = any(${[...kinds]}::text[]) and s.visibility = 'public' and s.merged_into is null limit 2`.execute(db);
  return rows.length === 1 ? rows[0]!.id : null;
}
