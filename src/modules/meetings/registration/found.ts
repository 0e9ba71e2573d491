import { sql, type Read } from '~/platform/db/index.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import { findSheet, toDate, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { formatHours, formatWhen } from '../pages/when.tsx';
import { listSessions, type SessionListed } from '../queries.ts';
import type { Around } from './mail.ts';
import { getDoors, type Doors } from './queries.ts';
import { openingOf } from './rules.ts';

export interface MeetingFound {
  sheet: SheetSummary;
  doors: Doors;
  opening: ReturnType<typeof openingOf>;
  sessions: SessionListed[];
}

/** The meeting of the address, for this reader: its audience is who may see it. */
export async function findMeeting(ask: SheetAsk): Promise<MeetingFound | undefined> {
  const sheet = await findSheet(ask.primary, ask.reader, 'event', ask.param('slug'));
  if (!sheet || 'movedTo' in sheet) return undefined;
  const [doors, sessions] = await Promise.all([getDoors(ask.primary, sheet.id), listSessions(ask.primary, ask.reader, sheet.id)]);
  return { sheet, doors, opening: openingOf(doors, sheet, ask.today), sessions: sessions.filter((one) => one.state !== 'cancelled') };
}

export const aroundOf = ({ origin, instanceName, now, today }: SheetAsk): Around => ({ origin, instanceName, now, today });

/** In one line each, for a mail or a page by a link: when and where. */
export async function describeMeeting(db: Read, meetingId: string, lang: Lang): Promise<{ title: string; slug: string; when: string; where: string }> {
  const row = await db
    .selectFrom('sheets')
    .innerJoin('meetings', 'meetings.sheet_id', 'sheets.id')
    .leftJoin('sheet_hours', 'sheet_hours.sheet_id', 'sheets.id')
    .select(['title', 'slug', 'state', 'start_date', 'start_precision', 'end_date', 'end_precision', 'place', 'online', 'starts', 'ends'])
    .select(sql<string | null>`(select label from sheet_places p where p.sheet_id = sheets.id order by position limit 1)`.as('label'))
    .where('sheets.id', '=', meetingId)
    .executeTakeFirstOrThrow();
  const t = translator(messages, lang);
  const day = formatWhen(t, lang, { state: row.state, start: toDate(row.start_date, row.start_precision), end: toDate(row.end_date, row.end_precision) });
  const hours = formatHours(t, lang, row);
  const place = row.place ?? row.label;
  return { title: row.title, slug: row.slug, when: hours ? `${day}, ${hours}` : day, where: place ?? t(row.online ? 'where.online' : 'where.unknown') };
}
