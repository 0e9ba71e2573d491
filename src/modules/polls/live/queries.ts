import { sql, type Read } from '~/platform/db/index.ts';
import { mayOrganise, mayOrganiseSession } from '~/modules/meetings/index.ts';
import type { Reader } from '~/sheets/index.ts';

export interface LiveOption {
  position: number;
  label: string;
}

export interface LiveResult {
  n: number;
  /** By position. */
  counts: number[];
}

export interface LivePoll {
  id: string;
  sheetId: string;
  code: string;
  question: string;
  several: boolean;
  anyone: boolean;
  isOpen: boolean;
  openedOn: string;
  options: LiveOption[];
  /** How many have answered. */
  n: number;
  result: LiveResult | null;
}

const select = sql`
  select l.id, l.sheet_id as "sheetId", l.code, l.question, l.several, l.anyone, l.closed_at is null as "isOpen", (l.opened_at at time zone 'Europe/Paris')::date::text as "openedOn", l.result,
    (select json_agg(json_build_object('position', o.position, 'label', o.label) order by o.position) from live_options o where o.live_id = l.id) as options,
    coalesce((l.result->>'n')::int, (select count(*)::int from live_ballots b where b.live_id = l.id)) as n
  from live_polls l`;

/** Letters that were typed on a phone: case and spaces do not count. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 12);
}

export async function findLive(db: Read, code: string): Promise<LivePoll | undefined> {
  return (await sql<LivePoll>`${select} where l.code = ${readCode(code)}`.execute(db)).rows[0];
}

/** Of a session or an event, and of an event's sessions: in the order in which they were asked. */
export async function listLive(db: Read, sheetId: string): Promise<LivePoll[]> {
  return (await sql<LivePoll>`${select} where l.sheet_id = ${sheetId} order by l.opened_at limit 50`.execute(db)).rows;
}

export async function findAnswer(db: Read, liveId: string, voter: Buffer): Promise<number[] | null> {
  const row = await db.selectFrom('live_ballots').select('choices').where('live_id', '=', liveId).where('voter', '=', voter).executeTakeFirst();
  return row?.choices ?? null;
}

/** Whoever organises the event, or that very session. */
export async function mayAskRoom(db: Read, reader: Reader, sheetId: string): Promise<boolean> {
  if (!reader.account || reader.account.suspended) return false;
  const session = await db.selectFrom('meeting_sessions').select('meeting_id').where('sheet_id', '=', sheetId).executeTakeFirst();
  return session ? mayOrganiseSession(db, reader, { id: sheetId, meetingId: session.meeting_id }) : mayOrganise(db, reader, sheetId);
}
