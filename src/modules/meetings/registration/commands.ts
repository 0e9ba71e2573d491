import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent } from '~/platform/events/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { toDate, type Reader } from '~/sheets/index.ts';
import { queueConfirmation, queueMoved, type Around } from './mail.ts';
import { findBodyNamed, findOwnRegistration, getDoors } from './queries.ts';
import { isClosedState, mayReturn, openingOf, standingOfRole, type RegistrationKind, type RegistrationState } from './rules.ts';

export interface RegistrationInput {
  meetingId: string;
  /** A member: everything else is known from their account. */
  reader?: Reader;
  visitor?: { name: string; mail: string; function: string; body: string; standing: string; lang: Lang };
  sessions?: readonly string[];
  /** The visitor came by a signed link of a mail that we sent them: nothing is left to confirm. */
  proven?: boolean;
}

export type Registered = { id: string; state: RegistrationState } | { refused: 'closed' };

/** The meeting's door is locked: two people do not take the last place. */
async function lockDoors(tx: Tx, meetingId: string) {
  await tx.selectFrom('meeting_doors').select('sheet_id').where('sheet_id', '=', meetingId).forUpdate().execute();
  const [doors, meeting] = await Promise.all([
    getDoors(tx, meetingId),
    tx.selectFrom('sheets').select(['title', 'slug', 'state', 'start_date', 'start_precision', 'end_date', 'end_precision']).where('id', '=', meetingId).executeTakeFirstOrThrow(),
  ]);
  return { doors, meeting: { ...meeting, start: toDate(meeting.start_date, meeting.start_precision), end: toDate(meeting.end_date, meeting.end_precision) } };
}

async function countTaken(tx: Tx, meetingId: string): Promise<number> {
  const row = await tx.selectFrom('registrations').select((eb) => eb.fn.countAll<number>().as('n')).where('meeting_id', '=', meetingId).where('state', '=', 'registered').executeTakeFirstOrThrow();
  return Number(row.n);
}

async function hasPlace(tx: Tx, meetingId: string, places: number | null): Promise<boolean> {
  return places === null || (await countTaken(tx, meetingId)) < places;
}

/** Registers somebody, or changes the sessions of who is registered. A visitor is asked by mail to confirm. Events never say who. */
export async function registerFor(tx: Tx, input: RegistrationInput, around: Around): Promise<Registered> {
  const { meetingId } = input;
  const { doors, meeting } = await lockDoors(tx, meetingId);
  if (openingOf(doors, meeting, around.today) !== 'open') return { refused: 'closed' };
  const registered = input.visitor ? await registerVisitor(tx, input, around, meeting) : await registerMember(tx, input, await hasPlace(tx, meetingId, doors.places));
  // What is confirmed changes by its own page only, not by whoever types the same address.
  if (input.sessions && (input.reader || registered.state === 'asked')) await updateSessions(tx, registered.id, meetingId, input.sessions);
  await recordEvent(tx, { name: 'registration.created', actor: instance });
  return registered;
}

async function registerMember(tx: Tx, { meetingId, reader }: RegistrationInput, isFree: boolean): Promise<{ id: string; state: RegistrationState }> {
  const { account, acting } = reader!;
  const known = await findOwnRegistration(tx, account!.id, meetingId);
  if (known && known.state !== 'cancelled') return known;
  const state = isFree ? 'registered' : 'waiting';
  const id = known?.id ?? newId();
  const values = { body_id: acting?.body?.id ?? null, function: acting?.function ?? account!.title, standing: standingOfRole(acting?.role), lang: account!.lang, state };
  if (known) await tx.updateTable('registrations').set({ ...values, reminders: true, since: sql`now()` }).where('id', '=', id).execute();
  else await tx.insertInto('registrations').values({ id, meeting_id: meetingId, kind: 'member', account_id: account!.id, ...values }).execute();
  return { id, state };
}

/** Whoever is already there is written to again and told nothing here: the page does not say who comes. */
async function registerVisitor(tx: Tx, { meetingId, visitor, proven = false }: RegistrationInput, around: Around, meeting: { title: string }): Promise<{ id: string; state: RegistrationState }> {
  const { mail, name, function: held, body, standing, lang } = visitor!;
  const known = await tx.selectFrom('registrations').select(['id', 'state', 'kind']).where('meeting_id', '=', meetingId).where(sql`lower(mail)`, '=', mail.toLowerCase()).executeTakeFirst();
  const id = known?.id ?? newId();
  const state = (!known || known.state === 'cancelled' ? 'asked' : known.state) as RegistrationState;
  const said = { name, function: held, body, body_id: await findBodyNamed(tx, body), standing, lang, state, consented_at: sql<string>`now()` };
  // Only whoever reads this mailbox may change what is already confirmed.
  if (known && state === 'asked') await tx.updateTable('registrations').set({ ...said, since: sql`now()` }).where('id', '=', id).execute();
  if (!known) await tx.insertInto('registrations').values({ id, meeting_id: meetingId, kind: 'visitor', mail, ...said }).execute();
  const reached = proven ? await acceptRegistration(tx, id, meetingId, around) : state;
  await queueConfirmation(tx, { id, mail, lang, state: reached, title: meeting.title }, around);
  return { id, state: reached };
}

/** The visitor opened the link of the mail and said yes; or an invited expert did. Still cancelled: the door has closed since they said no. */
export async function acceptRegistration(tx: Tx, id: string, meetingId: string, around: Around): Promise<RegistrationState> {
  const { doors, meeting } = await lockDoors(tx, meetingId);
  const row = (await tx.selectFrom('registrations').select(['state', 'kind']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()) as { state: RegistrationState; kind: RegistrationKind };
  if (row.state === 'registered' || row.state === 'waiting') return row.state;
  if (!mayReturn(row, openingOf(doors, meeting, around.today))) return 'cancelled';
  // An expert is expected: their place is not counted against them.
  const state = row.kind === 'expert' || (await hasPlace(tx, meetingId, doors.places)) ? 'registered' : 'waiting';
  await tx.updateTable('registrations').set({ state, since: sql`now()`, reminders: true }).where('id', '=', id).execute();
  await recordEvent(tx, { name: 'registration.confirmed', actor: instance });
  await moveWaiting(tx, meetingId, around);
  return state;
}

/** « Je ne viendrai pas »: the place goes to the first who waits. */
export async function cancelRegistration(tx: Tx, id: string, meetingId: string, around: Around): Promise<void> {
  await lockDoors(tx, meetingId);
  await tx.updateTable('registrations').set({ state: 'cancelled', since: sql`now()` }).where('id', '=', id).where('state', '<>', 'cancelled').execute();
  await tx.deleteFrom('registration_sessions').where('registration_id', '=', id).execute();
  await recordEvent(tx, { name: 'registration.cancelled', actor: instance });
  await moveWaiting(tx, meetingId, around);
}

/** As many as there are places, in the order in which they asked; each is told. Called whenever a place may have come free. */
export async function moveWaiting(tx: Tx, meetingId: string, around: Around): Promise<number> {
  const { doors, meeting } = await lockDoors(tx, meetingId);
  if (isClosedState(meeting.state)) return 0;
  const free = doors.places === null ? 5000 : Math.max(0, doors.places - (await countTaken(tx, meetingId)));
  const moved = await tx
    .updateTable('registrations')
    .set({ state: 'registered' })
    .where('id', 'in', (eb) => eb.selectFrom('registrations').select('id').where('meeting_id', '=', meetingId).where('state', '=', 'waiting').orderBy('since').orderBy('id').limit(free))
    .returning(['id', 'account_id', 'mail', 'lang'])
    .execute();
  const accounts = moved.flatMap(({ account_id: id }) => (id ? [id] : []));
  const mails = accounts.length ? new Map((await tx.selectFrom('accounts').select(['id', 'mail']).where('id', 'in', accounts).execute()).map((one) => [one.id, one.mail])) : new Map<string, string>();
  for (const one of moved) await queueMoved(tx, { id: one.id, mail: one.mail ?? mails.get(one.account_id!)!, lang: one.lang as Lang, title: meeting.title, ...(one.account_id ? { accountId: one.account_id } : {}) }, around);
  return moved.length;
}

/** Exactly these, among the sessions of the meeting. */
export async function updateSessions(tx: Tx, registrationId: string, meetingId: string, sessions: readonly string[]): Promise<void> {
  await tx.deleteFrom('registration_sessions').where('registration_id', '=', registrationId).execute();
  if (!sessions.length) return;
  await sql`insert into registration_sessions (registration_id, session_id)
    select ${registrationId}::uuid, sheet_id from meeting_sessions where meeting_id = ${meetingId} and sheet_id = any(${[...sessions]}::uuid[])`.execute(tx);
}

export async function updateReminders(tx: Tx, registrationId: string, wanted: boolean): Promise<void> {
  await tx.updateTable('registrations').set({ reminders: wanted }).where('id', '=', registrationId).execute();
}
