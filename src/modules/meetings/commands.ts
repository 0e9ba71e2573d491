import { newId, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { createSheet, type SheetRef } from '~/sheets/index.ts';
import { writeHours, writeMinutes } from './minutes.ts';
import { checkDates, doesWeekdayAgree, type Refusal } from './rules.ts';
import type { MeetingInput, SessionInput } from './types.ts';

export async function createMeeting(tx: Tx, actor: Actor, input: MeetingInput): Promise<SheetRef | Refusal> {
  const { series, edition, guidingTheme, place, online, participants, participantsQualifier, themesOpen, aims, note, timeZone, hours, parts, roles, remarks, ...sheet } = input;
  const refused = checkDates(sheet.start ?? undefined, sheet.end ?? undefined);
  if (refused) return refused;
  const body = [guidingTheme, place, aims, note, ...wordsOf({ parts, roles })].filter(Boolean).join('\n');
  const created = await createSheet(tx, actor, { ...sheet, kind: 'event', body });
  await tx
    .insertInto('meetings')
    .values({
      sheet_id: created.id, series: series ?? null, edition: edition ?? null, guiding_theme: guidingTheme ?? null, place: place ?? null, online: online ?? false,
      participants: participants ?? null, participants_qualifier: participantsQualifier ?? null, themes_open: themesOpen ?? false, aims: aims ?? null, note: note ?? null,
      time_zone: timeZone ?? hours?.timeZone ?? null,
    })
    .execute();
  await writeHours(tx, created.id, hours);
  await writeMinutes(tx, created.id, { parts, roles, remarks });
  return created;
}

/** A session whose minutes write another weekday than the calendar's is kept as written, and marked to be confirmed. */
export async function createSession(tx: Tx, actor: Actor, input: SessionInput): Promise<SheetRef> {
  const { meetingId, number, shortTitle, dayWritten, announced, conclusion, room, track, hours, parts, roles, remarks, ...sheet } = input;
  const doubtful = dayWritten !== undefined && !doesWeekdayAgree(dayWritten);
  const created = await createSheet(tx, actor, {
    ...sheet,
    kind: 'session',
    toConfirm: sheet.toConfirm || doubtful,
    body: [announced, conclusion, ...wordsOf({ parts, roles }), ...(await listFunctions(tx, roles))].filter(Boolean).join('\n'),
    links: [{ role: 'event', to: meetingId }, ...(sheet.links ?? [])],
  });
  await tx
    .insertInto('meeting_sessions')
    .values({ sheet_id: created.id, meeting_id: meetingId, number, short_title: shortTitle, day_written: dayWritten ?? null, announced: announced ?? null, conclusion: conclusion ?? null, room: room ?? null, track: track ?? null })
    .execute();
  await writeHours(tx, created.id, hours);
  await writeMinutes(tx, created.id, { parts, roles, remarks });
  return created;
}

/** Beside the minutes, dated and signed; the minutes themselves do not change. */
export async function addContextNote(tx: Tx, actor: Actor, sheetId: string, note: { text: string; dated: string }): Promise<void> {
  await tx.insertInto('context_notes').values({ id: newId(), sheet_id: sheetId, text: note.text, dated: note.dated, signed: actor.name }).execute();
  await recordEvent(tx, { name: 'minutes.note', sheetId, actor });
}

/** Who spoke is found by function, never by a name that is not public. */
async function listFunctions(tx: Tx, roles: SessionInput['roles'] = []): Promise<string[]> {
  const ids = roles.map((role) => role.functionId).filter(Boolean);
  if (!ids.length) return [];
  const rows = await tx.selectFrom('person_functions').select('function').where('id', 'in', ids).execute();
  return [...new Set(rows.map((row) => row.function))];
}

/** What searching reads of minutes: what was said, never who said it. */
function wordsOf({ parts = [], roles = [] }: Pick<SessionInput, 'parts' | 'roles'>): string[] {
  return [...parts.flatMap((part) => [part.title, part.text ?? '', ...(part.items ?? [])]), ...roles.flatMap((role) => [role.topic ?? '', role.reported ?? ''])];
}
