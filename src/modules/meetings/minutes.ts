import { newId, type Tx } from '~/platform/db/index.ts';
import type { Source } from '~/sheets/index.ts';
import type { HoursInput, MinutesInput } from './types.ts';

/** Parts, then who spoke in them, then what is not sure: positions follow the order of the lists, from 1. */
export async function writeMinutes(tx: Tx, sheetId: string, { parts = [], roles = [], remarks = [] }: MinutesInput): Promise<void> {
  if (parts.length) {
    await tx
      .insertInto('minutes_parts')
      .values(
        parts.map((part, index) => ({
          sheet_id: sheetId, position: index + 1, title: part.title, text: part.text ?? null, items: part.items ?? [],
          starts: part.starts ?? null, ends: part.ends ?? null, ...placeIn(part.source),
        })),
      )
      .execute();
  }
  if (roles.length) {
    await tx
      .insertInto('meeting_roles')
      .values(
        roles.map((role, index) => ({
          id: newId(), sheet_id: sheetId, position: index + 1, role: role.role, function_id: role.functionId, part: role.part ?? null, video: role.video ?? false,
          replaces: role.replaces ?? null, topic: role.topic ?? null, reported: role.reported ?? null, ...placeIn(role.source),
        })),
      )
      .execute();
  }
  if (remarks.length) {
    await tx
      .insertInto('minutes_remarks')
      .values(remarks.map((remark, index) => ({ sheet_id: sheetId, position: index + 1, role: remark.role ?? null, text: remark.text, ...placeIn(remark.source) })))
      .execute();
  }
  // What comes with its document was published there.
  if ([...parts, ...roles].some(({ source }) => source)) await tx.insertInto('minutes').values({ sheet_id: sheetId, state: 'published' }).execute();
}

export async function writeHours(tx: Tx, sheetId: string, hours: HoursInput | undefined): Promise<void> {
  if (!hours || (!hours.starts && !hours.ends)) return;
  await tx.insertInto('sheet_hours').values({ sheet_id: sheetId, starts: hours.starts ?? null, ends: hours.ends ?? null, time_zone: hours.timeZone }).execute();
}

function placeIn(source: Source | undefined) {
  return { document_id: source?.document ?? null, locator: source?.locator ?? null };
}
