import { sql, type Read } from '~/platform/db/index.ts';
import { sheetHref, summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { findAttendance } from './attendance/queries.ts';
import type { AttendanceCount } from './rules.ts';

export interface Hours {
  starts: string | null;
  ends: string | null;
}

export interface MeetingDetail {
  edition: number | null;
  guidingTheme: string | null;
  place: string | null;
  /** Sheet of the territory where it is, for this reader. */
  placeHref: string | null;
  online: boolean;
  timeZone: string | null;
  participants: number | null;
  participantsQualifier: string | null;
  themesOpen: boolean;
  aims: string | null;
  note: string | null;
  hours: Hours | null;
  sessions: SessionListed[];
  /** Other meetings of the same series, oldest first. */
  series: SheetSummary[];
  /** Groups whose meetings are among the sessions, in the order of the programme. */
  groups: SheetSummary[];
  /** Null when there is no list. Counted here, so that the list itself never leaves the database. */
  attendance: AttendanceCount | null;
}

export interface SessionListed extends Hours {
  id: string;
  slug: string;
  number: number;
  type: string | null;
  title: string;
  day: string | null;
  room: string | null;
  track: string | null;
  state: string | null;
  speakers: number;
  /** Its minutes are published. */
  written: boolean;
  /** Of whom they report nothing; none before they are published. */
  silent: number;
  notes: number;
  toConfirm: boolean;
}

export async function getMeeting(db: Read, reader: Reader, sheetId: string): Promise<MeetingDetail> {
  const [row, hours, sessions, attendance, spot, groups] = await Promise.all([
    db.selectFrom('meetings').selectAll().where('sheet_id', '=', sheetId).executeTakeFirstOrThrow(),
    findHours(db, sheetId),
    listSessions(db, reader, sheetId),
    findAttendance(db, reader, sheetId),
    findSpot(db, reader, sheetId),
    listGroupsOf(db, reader, sheetId),
  ]);
  const series = row.series ? await listSeries(db, reader, row.series, sheetId) : [];
  return {
    edition: row.edition, guidingTheme: row.guiding_theme, place: row.place,
    placeHref: spot ? sheetHref(spot.kind, spot.slug) : null, online: row.online, timeZone: row.time_zone, participants: row.participants,
    participantsQualifier: row.participants_qualifier, themesOpen: row.themes_open, aims: row.aims, note: row.note, hours, sessions, series, groups, attendance,
  };
}

function findSpot(db: Read, reader: Reader, sheetId: string): Promise<{ kind: string; slug: string } | undefined> {
  return db
    .selectFrom('sheet_places')
    .innerJoin('sheets', 'sheets.id', 'sheet_places.territory_id')
    .select(['sheets.kind', 'sheets.slug'])
    .where('sheet_places.sheet_id', '=', sheetId)
    .where(visibleTo(reader))
    .orderBy('position')
    .executeTakeFirst();
}

async function findHours(db: Read, sheetId: string): Promise<Hours | null> {
  return (await db.selectFrom('sheet_hours').select(['starts', 'ends']).where('sheet_id', '=', sheetId).executeTakeFirst()) ?? null;
}

/** The programme: each session with how many speak in it, and of how many nothing is reported. */
export async function listSessions(db: Read, reader: Reader, meetingId: string): Promise<SessionListed[]> {
  const rows = await db
    .selectFrom('meeting_sessions')
    .innerJoin('sheets', 'sheets.id', 'meeting_sessions.sheet_id')
    .leftJoin('sheet_hours', 'sheet_hours.sheet_id', 'sheets.id')
    .leftJoinLateral(
      (eb) => eb.selectFrom('meeting_roles').select((e) => [e.fn.countAll<number>().as('speakers'), sql<number>`count(*) filter (where reported is null)`.as('silent')])
        .whereRef('meeting_roles.sheet_id', '=', 'sheets.id').as('spoken'),
      (join) => join.onTrue(),
    )
    .select(['sheets.id', 'sheets.slug', 'number', 'sheets.type', 'short_title as title', 'start_date as day', 'starts', 'ends', 'room', 'track', 'state', 'spoken.speakers', 'spoken.silent', 'to_confirm as toConfirm'])
    .select((eb) => eb.exists(eb.selectFrom('minutes').select('minutes.sheet_id').whereRef('minutes.sheet_id', '=', 'sheets.id').where('minutes.state', '=', 'published')).as('written'))
    .select((eb) => eb.selectFrom('context_notes').select((e) => e.fn.countAll<number>().as('n')).whereRef('context_notes.sheet_id', '=', 'sheets.id').as('notes'))
    .where('meeting_id', '=', meetingId)
    .where(visibleTo(reader))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, speakers: Number(row.speakers), written: Boolean(row.written), silent: row.written ? Number(row.silent) : 0, notes: Number(row.notes) }));
}

async function listGroupsOf(db: Read, reader: Reader, meetingId: string): Promise<SheetSummary[]> {
  const rows = await db
    .selectFrom('meeting_sessions')
    .innerJoin('sheets as session', 'session.id', 'meeting_sessions.sheet_id')
    .innerJoin('sheet_links', (join) => join.onRef('sheet_links.from_id', '=', 'session.id').on('sheet_links.role', '=', 'group'))
    .innerJoin('sheets', 'sheets.id', 'sheet_links.to_id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .where('meeting_id', '=', meetingId)
    .where(visibleTo(reader, 'session'))
    .where(visibleTo(reader))
    .orderBy('number')
    .execute();
  return rows.map(toSummary);
}

async function listSeries(db: Read, reader: Reader, series: string, except: string): Promise<SheetSummary[]> {
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('sheets', 'sheets.id', 'meetings.sheet_id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .where('series', '=', series)
    .where('sheets.id', '<>', except)
    .where(visibleTo(reader))
    .orderBy('edition')
    .execute();
  return rows.map(toSummary);
}

export interface MeetingListed extends SheetSummary {
  place: string | null;
  online: boolean;
  sessions: number;
}

const mostListed = 500;

/** Those of no date and those to come first, then the latest; what is older is in the agenda. */
export async function listMeetings(db: Read, reader: Reader): Promise<{ meetings: MeetingListed[]; total: number }> {
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('sheets', 'sheets.id', 'meetings.sheet_id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select(['meetings.place', 'meetings.online'])
    .select(sql<number>`(count(*) over ())::integer`.as('total'))
    .select((eb) =>
      eb.selectFrom('meeting_sessions').innerJoin('sheets as session', 'session.id', 'meeting_sessions.sheet_id').select((e) => e.fn.countAll<number>().as('n'))
        .whereRef('meeting_id', '=', 'sheets.id').where(visibleTo(reader, 'session')).as('sessions'))
    .where(visibleTo(reader))
    .orderBy(sql`sheets.start_date desc nulls first`)
    .orderBy('sheets.title')
    .limit(mostListed)
    .execute();
  return { meetings: rows.map((row) => ({ ...toSummary(row), place: row.place, online: row.online, sessions: Number(row.sessions) })), total: rows[0]?.total ?? 0 };
}

export interface SessionDetail extends Hours {
  number: number;
  shortTitle: string;
  dayWritten: string | null;
  announced: string | null;
  conclusion: string | null;
  room: string | null;
  /** The whole programme, this session included. */
  programme: SessionListed[];
}

export async function getSession(db: Read, reader: Reader, sheetId: string): Promise<SessionDetail> {
  const row = await db
    .selectFrom('meeting_sessions')
    .leftJoin('sheet_hours', 'sheet_hours.sheet_id', 'meeting_sessions.sheet_id')
    .select(['meeting_id', 'number', 'short_title as shortTitle', 'day_written as dayWritten', 'announced', 'conclusion', 'room', 'starts', 'ends'])
    .where('meeting_sessions.sheet_id', '=', sheetId)
    .executeTakeFirstOrThrow();
  const { meeting_id, ...session } = row;
  return { ...session, programme: await listSessions(db, reader, meeting_id) };
}
