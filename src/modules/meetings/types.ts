import type { SheetInput, Source } from '~/sheets/index.ts';
import type { MeetingState, Role } from './rules.ts';

export interface PartInput {
  title: string;
  text?: string;
  items?: string[];
  starts?: string;
  ends?: string;
  source?: Source;
}

export interface RoleInput {
  functionId: string;
  role: Role;
  /** Position of the part of the minutes, from 1. */
  part?: number;
  video?: boolean;
  /** Whom this person speaks instead of, in words. */
  replaces?: string;
  topic?: string;
  /** Absent: listed, and nothing is reported. */
  reported?: string;
  source?: Source;
}

export interface RemarkInput {
  /** Position of the role it is about, from 1. */
  role?: number;
  text: string;
  source?: Source;
}

export interface MinutesInput {
  parts?: PartInput[];
  roles?: RoleInput[];
  remarks?: RemarkInput[];
}

/** Local hours of the sheet's day, `14:30`. */
export interface HoursInput {
  starts?: string;
  ends?: string;
  timeZone: string;
}

export interface MeetingInput extends Omit<SheetInput, 'kind' | 'state'>, MinutesInput {
  state: { state: MeetingState; source?: Source };
  series?: string;
  edition?: number;
  guidingTheme?: string;
  place?: string;
  online?: boolean;
  participants?: number;
  participantsQualifier?: string;
  themesOpen?: boolean;
  aims?: string;
  note?: string;
  timeZone?: string;
  hours?: HoursInput;
}

export interface SessionInput extends Omit<SheetInput, 'kind'>, MinutesInput {
  meetingId: string;
  number: number;
  shortTitle: string;
  dayWritten?: string;
  announced?: string;
  conclusion?: string;
  room?: string;
  /** Which of the parallel tracks. */
  track?: string;
  hours?: HoursInput;
}

/** Somebody who was there: known by a function of the documents, by a registration, or by what was written that day. */
export interface AttendanceInput {
  /** Their line on the list; the next one when absent. */
  number?: number;
  functionId?: string;
  registrationId?: string;
  /** Private, like the whole list. */
  name?: string;
  /** `elected` counts as an elected person; the function's own when there is one. */
  standing?: string;
  authorityId?: string;
  stoodForId?: string;
  authorityWritten?: string;
  functionWritten?: string;
  how?: 'list' | 'code' | 'import';
  source?: Source;
}
