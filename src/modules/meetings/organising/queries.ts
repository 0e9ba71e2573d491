import { sql, type Read } from '~/platform/db/index.ts';
import { findSpeakers, type Speaker } from '~/modules/people/index.ts';
import { findSheet, visibleTo, type Reader, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { listSessions, type SessionListed } from '../queries.ts';
import type { Role } from '../rules.ts';
import { mayOrganise, mayOrganiseSession } from './rights.ts';

export interface Organised {
  sheet: SheetSummary;
  sessions: SessionListed[];
}

/** The meeting of the address, for its organisers; a 404 for everybody else. */
export async function findOrganised(ask: SheetAsk): Promise<Organised | undefined> {
  const sheet = await findSheet(ask.primary, ask.reader, 'event', ask.param('slug'));
  if (!sheet || 'movedTo' in sheet || !(await mayOrganise(ask.primary, ask.reader, sheet.id))) return undefined;
  return { sheet, sessions: await listSessions(ask.primary, ask.reader, sheet.id) };
}

export interface OrganisedSession extends Organised {
  session: SheetSummary;
  listed: SessionListed;
  /** They organise the whole meeting, not this session alone. */
  isWhole: boolean;
}

export async function findOrganisedSession(ask: SheetAsk): Promise<OrganisedSession | undefined> {
  const session = await findSheet(ask.primary, ask.reader, 'session', ask.param('slug'));
  if (!session || 'movedTo' in session) return undefined;
  const row = await ask.primary.selectFrom('meeting_sessions').innerJoin('sheets', 'sheets.id', 'meeting_id').select(['sheets.slug']).select('meeting_id as meetingId').where('meeting_sessions.sheet_id', '=', session.id).executeTakeFirstOrThrow();
  const [sheet, isMine] = await Promise.all([findSheet(ask.primary, ask.reader, 'event', row.slug), mayOrganiseSession(ask.primary, ask.reader, { id: session.id, meetingId: row.meetingId })]);
  if (!isMine || !sheet || 'movedTo' in sheet) return undefined;
  const sessions = await listSessions(ask.primary, ask.reader, sheet.id);
  return { sheet, sessions, session, listed: sessions.find(({ id }) => id === session.id)!, isWhole: await mayOrganise(ask.primary, ask.reader, sheet.id) };
}

export interface RoleListed {
  id: string;
  sessionId: string;
  role: Role;
  video: boolean;
  topic: string | null;
  replaces: string | null;
  /** Their words are in the minutes: they cannot be taken away. */
  isReported: boolean;
  speaker: Speaker;
}

/** Who speaks in these sessions, in order. Names come by the rule of names, even here. */
export async function listRoles(db: Read, reader: Reader, sessionIds: readonly string[]): Promise<RoleListed[]> {
  if (!sessionIds.length) return [];
  const rows = await db
    .selectFrom('meeting_roles')
    .select(['id', 'sheet_id as sessionId', 'role', 'video', 'topic', 'replaces', 'function_id'])
    .select(sql<boolean>`reported is not null or exists (select 1 from minutes_remarks m where m.sheet_id = meeting_roles.sheet_id and m.role = meeting_roles.position)`.as('isReported'))
    .where('sheet_id', 'in', [...sessionIds])
    .orderBy('sheet_id')
    .orderBy('position')
    .execute();
  const speakers = await findSpeakers(db, reader, [...new Set(rows.map((row) => row.function_id))]);
  return rows.map(({ function_id, ...row }) => ({ ...row, role: row.role as Role, speaker: speakers.get(function_id)! }));
}

export interface Volunteer {
  id: string;
  sheetId: string;
  accountId: string;
  state: string;
  words: string | null;
  /** The session, when it is for one. */
  session: string | null;
  name: string;
  function: string | null;
  body: string | null;
  offeredAt: string;
}

/** Offers for a meeting and its sessions, for the organisers: the person is named, as they will work together. */
export async function listVolunteers(db: Read, meetingId: string): Promise<Volunteer[]> {
  const { rows } = await sql<Volunteer>`
    select v.id, v.sheet_id as "sheetId", v.account_id as "accountId", v.state, v.words, s.short_title as session, a.name, a.title as function, b.title as body, v.offered_at::text as "offeredAt"
    from meeting_volunteers v join accounts a on a.id = v.account_id left join meeting_sessions s on s.sheet_id = v.sheet_id left join sheets b on b.id = v.body_id
    where (v.sheet_id = ${meetingId} or s.meeting_id = ${meetingId}) and v.state <> 'withdrawn'
    order by v.state = 'offered' desc, v.offered_at limit 200`.execute(db);
  return rows;
}

export async function findVolunteering(db: Read, accountId: string, sheetId: string): Promise<{ state: string } | undefined> {
  return db.selectFrom('meeting_volunteers').select('state').where('sheet_id', '=', sheetId).where('account_id', '=', accountId).executeTakeFirst();
}

export interface Expert {
  id: string;
  mail: string | null;
  name: string | null;
  function: string | null;
  state: string;
  invitedBy: string | null;
  session: string | null;
}

export async function listExperts(db: Read, meetingId: string): Promise<Expert[]> {
  const { rows } = await sql<Expert>`
    select r.id, r.mail, r.name, r.function, r.state, r.invited_by as "invitedBy",
      (select string_agg(s.short_title, ', ') from registration_sessions c join meeting_sessions s on s.sheet_id = c.session_id where c.registration_id = r.id) as session
    from registrations r where r.meeting_id = ${meetingId} and r.kind = 'expert' order by r.created_at limit 500`.execute(db);
  return rows;
}

/** Accounts that act for the bodies which organise: they are told of an offer. */
export async function listOrganisers(db: Read, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.account_id as id from mandates m
    where m.ended_at is null and (m.until is null or m.until >= current_date) and m.role in ('agent', 'elected', 'project-holder', 'funder', 'partner', 'animator', 'chair')
      and (m.body_id = (select owner_id from sheets where id = ${meetingId}) or m.body_id in (select to_id from sheet_links where from_id = ${meetingId} and role in ('organiser', 'holder', 'host')))
    limit 200`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Setup {
  edition: number | null;
  series: string | null;
  guidingTheme: string | null;
  place: string | null;
  timeZone: string | null;
}

export async function getSetup(db: Read, meetingId: string): Promise<Setup> {
  return db.selectFrom('meetings').select(['edition', 'series', 'guiding_theme as guidingTheme', 'place', 'time_zone as timeZone']).where('sheet_id', '=', meetingId).executeTakeFirstOrThrow();
}

/** Groups that a session may be of: those that this reader sees. */
export async function findGroupOf(db: Read, reader: Reader, sessionId: string): Promise<string[]> {
  const rows = await db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'to_id').select('to_id').where('from_id', '=', sessionId).where('role', '=', 'group').where(visibleTo(reader)).execute();
  return rows.map(({ to_id }) => to_id);
}
