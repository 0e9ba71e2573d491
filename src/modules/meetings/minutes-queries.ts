import type { Read } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { findSpeakers, type Speaker } from '~/modules/people/index.ts';
import type { Reader } from '~/sheets/index.ts';
import type { Role } from './rules.ts';

export type PartNature = 'summary' | 'part' | 'workshop' | 'conclusion';

export interface PartShown {
  position: number;
  nature: PartNature;
  title: string;
  text: string | null;
  items: string[];
  starts: string | null;
  ends: string | null;
  /** Of a workshop: where, led by whom (a function), with how many. */
  room: string | null;
  facilitator: string | null;
  participants: number | null;
}

export interface RoleShown {
  position: number;
  role: Role;
  part: number | null;
  video: boolean;
  replaces: string | null;
  topic: string | null;
  /** Null: the minutes list the person and report nothing, or they are not published. */
  reported: string | null;
  speaker: Speaker;
  remarks: string[];
}

export interface ContextNote {
  kind: 'note' | 'erratum';
  text: string;
  dated: string;
  /** The function of whoever wrote it; null: it came with the instance. */
  signed: string | null;
  /** What an erratum is about: position of somebody's words, or of a part. */
  role: number | null;
  part: number | null;
}

export interface Minutes {
  /** What is being written is shown to those who write it, elsewhere. */
  isPublished: boolean;
  /** Somebody writes them, or they are published. */
  isBegun: boolean;
  /** Null: they came published, without a date. */
  publishedAt: string | null;
  publishedBy: string | null;
  parts: PartShown[];
  roles: RoleShown[];
  /** About the minutes as a whole. */
  remarks: string[];
  notes: ContextNote[];
}

/** What everybody may read of them. A few queries, whatever the number of speakers. */
export async function getMinutes(db: Read, reader: Reader, sheetId: string): Promise<Minutes> {
  const [state, parts, roles, remarks, notes] = await Promise.all([
    db.selectFrom('minutes').select(['state', 'published_at', 'published_by']).where('sheet_id', '=', sheetId).executeTakeFirst(),
    db.selectFrom('minutes_parts').select(['position', 'nature', 'title', 'text', 'items', 'starts', 'ends', 'room', 'facilitator', 'participants']).where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('meeting_roles').select(['position', 'role', 'part', 'video', 'replaces', 'topic', 'reported', 'function_id']).where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('minutes_remarks').select(['role', 'text']).where('sheet_id', '=', sheetId).orderBy('position').execute(),
    listNotes(db, sheetId),
  ]);
  const isPublished = state?.state === 'published';
  const speakers = await findSpeakers(db, reader, [...new Set(roles.map((role) => role.function_id))]);
  return {
    isPublished,
    isBegun: state !== undefined,
    publishedAt: isPublished ? state.published_at : null,
    publishedBy: isPublished ? state.published_by : null,
    parts: isPublished ? parts.map((part) => ({ ...part, nature: part.nature as PartNature })) : [],
    roles: roles.map(({ function_id, ...role }) => ({
      ...role,
      ...(isPublished ? {} : { part: null, reported: null }),
      role: role.role as Role,
      speaker: speakers.get(function_id)!,
      remarks: isPublished ? remarks.filter((remark) => remark.role === role.position).map((remark) => remark.text) : [],
    })),
    remarks: isPublished ? remarks.filter((remark) => remark.role === null).map((remark) => remark.text) : [],
    notes,
  };
}

async function listNotes(db: Read, sheetId: string): Promise<ContextNote[]> {
  const rows = await db
    .selectFrom('context_notes')
    .leftJoin('meeting_roles', 'meeting_roles.id', 'role_id')
    .leftJoin('minutes_parts', 'minutes_parts.id', 'part_id')
    .select(['kind', 'context_notes.text', 'dated', 'signed', 'meeting_roles.position as role', 'minutes_parts.position as part'])
    .where('context_notes.sheet_id', '=', sheetId)
    .orderBy('dated')
    .orderBy('recorded_at')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ContextNote['kind'], signed: row.signed === instance.name ? null : row.signed }));
}
