import type { Read } from '~/platform/db/index.ts';
import { findSpeakers, type Speaker } from '~/modules/people/index.ts';
import type { Reader } from '~/sheets/index.ts';
import type { Role } from './rules.ts';

export interface PartShown {
  position: number;
  title: string;
  text: string | null;
  items: string[];
  starts: string | null;
  ends: string | null;
}

export interface RoleShown {
  position: number;
  role: Role;
  part: number | null;
  video: boolean;
  replaces: string | null;
  topic: string | null;
  /** Null: the minutes list the person and report nothing. */
  reported: string | null;
  speaker: Speaker;
  remarks: string[];
}

export interface ContextNote {
  text: string;
  dated: string;
}

export interface Minutes {
  parts: PartShown[];
  roles: RoleShown[];
  /** About the minutes as a whole. */
  remarks: string[];
  notes: ContextNote[];
}

/** Five queries, whatever the number of speakers. */
export async function getMinutes(db: Read, reader: Reader, sheetId: string): Promise<Minutes> {
  const [parts, roles, remarks, notes] = await Promise.all([
    db.selectFrom('minutes_parts').select(['position', 'title', 'text', 'items', 'starts', 'ends']).where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('meeting_roles').select(['position', 'role', 'part', 'video', 'replaces', 'topic', 'reported', 'function_id']).where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('minutes_remarks').select(['role', 'text']).where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('context_notes').select(['text', 'dated']).where('sheet_id', '=', sheetId).orderBy('dated').orderBy('recorded_at').execute(),
  ]);
  const speakers = await findSpeakers(db, reader, [...new Set(roles.map((role) => role.function_id))]);
  return {
    parts,
    roles: roles.map(({ function_id, ...role }) => ({
      ...role,
      role: role.role as Role,
      speaker: speakers.get(function_id)!,
      remarks: remarks.filter((remark) => remark.role === role.position).map((remark) => remark.text),
    })),
    remarks: remarks.filter((remark) => remark.role === null).map((remark) => remark.text),
    notes,
  };
}
