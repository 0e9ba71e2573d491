import { sql, type Read } from '~/platform/db/index.ts';
import { findSpeakers, type Speaker } from '~/modules/people/index.ts';
import type { Reader } from '~/sheets/index.ts';
import { findWrongDays, type Nature, type WrongDay } from '../rules.ts';

export interface Part {
  id: string;
  position: number;
  nature: Nature;
  title: string;
  text: string;
  items: string[];
  room: string;
  facilitator: string;
  participants: number | null;
  version: number;
}

export interface Speech {
  id: string;
  position: number;
  role: string;
  part: number | null;
  replaces: string | null;
  said: string;
  version: number;
  functionId: string;
  speaker: Speaker;
}

/** A text that was written at the same time as another, and that nobody has merged. */
export interface Aside {
  id: number;
  unit: string;
  fields: Record<string, string>;
  author: string;
  at: string;
  mine: boolean;
}

export interface Writer {
  id: string;
  function: string;
}

export interface Draft {
  parts: Part[];
  speeches: Speech[];
  asides: Aside[];
  wrongDays: WrongDay[];
}

/** All that is written so far, for those who write or read again. */
export async function getDraft(db: Read, reader: Reader, sheetId: string): Promise<Draft> {
  const [parts, roles, asides] = await Promise.all([
    db.selectFrom('minutes_parts').select(['id', 'position', 'nature', 'title', 'text', 'items', 'room', 'facilitator', 'participants', 'version']).where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('meeting_roles').select(['id', 'position', 'role', 'part', 'replaces', 'reported', 'version', 'function_id']).where('sheet_id', '=', sheetId).orderBy('position').execute(),
    listAsides(db, reader, sheetId),
  ]);
  const speakers = await findSpeakers(db, reader, [...new Set(roles.map((role) => role.function_id))]);
  const draft = {
    parts: parts.map((part) => ({ ...part, nature: part.nature as Nature, text: part.text ?? '', room: part.room ?? '', facilitator: part.facilitator ?? '' })),
    speeches: roles.map(({ function_id, reported, ...role }) => ({ ...role, functionId: function_id, said: reported ?? '', speaker: speakers.get(function_id)! })),
  };
  const words = [...draft.parts.flatMap((part) => [part.title, part.text, ...part.items]), ...draft.speeches.map(({ said }) => said)];
  return { ...draft, asides, wrongDays: words.flatMap(findWrongDays) };
}

async function listAsides(db: Read, reader: Reader, sheetId: string): Promise<Aside[]> {
  const { rows } = await sql<Omit<Aside, 'mine'> & { account: string | null }>`
    select id, unit, fields, author, at::text as at, account_id as account from minutes_versions where sheet_id = ${sheetId}::uuid and version is null order by id limit 200`.execute(db);
  return rows.map(({ account, ...row }) => ({ ...row, mine: account !== null && account === reader.account?.id }));
}

/** By function, never by name. */
export async function listWriters(db: Read, sheetId: string): Promise<Writer[]> {
  const { rows } = await sql<Writer>`
    select a.id, coalesce(a.title, '') as function from minutes_writers w join accounts a on a.id = w.account_id and a.closed_at is null
    where w.sheet_id = ${sheetId}::uuid order by w.added_at limit 50`.execute(db);
  return rows;
}

/** Colleagues whom one may name with one click: those who act for the bodies that organise, and who registered. */
export async function listColleagues(db: Read, meetingId: string, me: string): Promise<Writer[]> {
  const { rows } = await sql<Writer>`
    select distinct a.id, a.title || coalesce(', ' || b.title, '') as function
    from sheet_links l join mandates m on m.body_id = l.to_id and m.ended_at is null and (m.until is null or m.until >= current_date)
    join accounts a on a.id = m.account_id and a.closed_at is null and a.title is not null join sheets b on b.id = l.to_id
    where l.from_id = ${meetingId}::uuid and l.role in ('organiser', 'co-organiser', 'group') and a.id <> ${me}::uuid order by 2 limit 60`.execute(db);
  return rows;
}

/** Who last wrote each text, by function. */
export async function listAuthors(db: Read, sheetId: string): Promise<Map<string, { author: string; at: string }>> {
  const { rows } = await sql<{ unit: string; author: string; at: string }>`
    select distinct on (unit) unit, author, at::text as at from minutes_versions where sheet_id = ${sheetId}::uuid and version is not null order by unit, version desc`.execute(db);
  return new Map(rows.map(({ unit, ...row }) => [unit, row]));
}
