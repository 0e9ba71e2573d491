import { parseSeedSource } from '~/world/sources.ts';
import type { Role } from './rules.ts';
import type { MinutesInput } from './types.ts';

/** The shapes of db/demo/events.json and db/demo/sessions.json. */
export interface SeedMinutes {
  parts?: { title: string; text?: string; items?: string[]; starts?: string; ends?: string; source: string }[];
  roles?: SeedRole[];
  remarks?: { role?: number; text: string; source: string }[];
}

export interface SeedRole {
  person: string; function: number; at?: string; role: string; part?: number; video?: boolean; replaces?: string; topic?: string; reported?: string; source: string;
}

export interface SeedEvent extends SeedMinutes {
  id: string; slug: string; type: string; title: string; summary: string; state: string; start?: string; end?: string; starts?: string; ends?: string;
  series?: string; edition?: number; territory?: string; place?: string; online?: boolean; country?: string; organisers: string[][]; timeZone?: string;
  themes?: string[]; names?: { name: string; kind: string }[]; guidingTheme?: string; participants?: number; qualifier?: string; themesOpen?: boolean; aims?: string;
  laws?: string[]; partnerships?: string[]; source: string;
  announced?: { people: number; elected: number; authorities: number; counted: number; source: string };
  attendance?: { number: number; person: string; function: number; from?: string; stoodFor?: string; authorityWritten: string; functionWritten: string; source: string }[];
}

export interface SeedSession extends SeedMinutes {
  id: string; slug: string; event: string; number: number; type: string; title: string; short: string; summary: string; themes: string[]; source: string;
  day?: string; dayWritten?: string; starts?: string; ends?: string; countries?: string[]; laws?: string[]; partnerships?: string[]; conclusion?: string;
  announced?: { text: string; source: string };
  roles: SeedRole[];
  contextNote?: { text: string; dated: string };
  dayReadings?: { value: string; chosen: boolean; note?: string; source: string }[];
}

export type FindFunction = (reference: string, position: number) => string;

export function minutesOf(find: FindFunction, { parts = [], roles = [], remarks = [] }: SeedMinutes): MinutesInput {
  return {
    parts: parts.map((part) => ({ ...part, source: parseSeedSource(part.source) })),
    roles: roles.map(({ person, function: held, role, ...rest }) => ({
      ...rest, role: role as Role, functionId: find(person, held), source: parseSeedSource(rest.source),
    })),
    remarks: remarks.map((remark) => ({ ...remark, source: parseSeedSource(remark.source) })),
  };
}
