import { yearOf } from '~/platform/dates/partial.ts';
import { sql, type Read } from '~/platform/db/index.ts';
import { ask, intersect, listNums, readQuestion, resolve, unite, type Resolved } from '~/sheets/ask/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { byDate, roundYears } from './rules.ts';

/** A sheet with its dates, its hours where it has some, and its place in words. */
export interface Entry extends SheetSummary {
  starts: string | null;
  ends: string | null;
  timeZone: string | null;
  place: string | null;
  version: number;
  /** The last day of a call for projects: one answers before it. */
  deadline: boolean;
}

export interface Agenda {
  resolved: Resolved;
  /** Slug of one meeting: it and its sessions, nothing else. */
  meeting: string | undefined;
  /** In order of date; those without any date last. */
  entries: Entry[];
}

/** R142: all that is dated, by the public word of its kind. The sessions of a meeting are asked for apart. */
const calendarKinds = ['rencontre', 'visite', 'mission', 'financement'] as const;

/** What an address asks, before it is answered. */
export async function readAsked(db: Read, reader: Reader, params: URLSearchParams): Promise<Pick<Agenda, 'resolved' | 'meeting'>> {
  return { meeting: params.get('rencontre')?.trim() || undefined, resolved: await resolve(db, reader, pickFilters(params)) };
}

/** The page, the month and the feed ask this one question: what is on the one is on the others. */
export async function getAgenda(db: Read, reader: Reader, params: URLSearchParams): Promise<Agenda> {
  const { meeting, resolved } = await readAsked(db, reader, params);
  const entries = meeting ? await listOneMeeting(db, reader, meeting) : resolved.unknown.length ? [] : await listDated(db, reader, await listAsked(db, reader, resolved));
  return { resolved, meeting, entries: entries.sort((a, b) => byDate(a, b) || a.title.localeCompare(b.title, 'fr')) };
}

// 36 000 authorities have no date: one page of them all is eight megabytes, and no agenda.
const mostUndated = 1000;

async function listAsked(db: Read, reader: Reader, resolved: Resolved): Promise<number[]> {
  const whole = await ask(db, reader, resolved);
  const dated = calendarKinds.map((genre) => whole.catalogue.values.kind.get(genre)).filter((bits) => bits !== undefined);
  const asked = resolved.question.kind ? whole : { ...whole, bits: intersect(whole.bits, unite(dated)) };
  return listNums(asked.bits.count() > mostUndated ? { ...asked, bits: intersect(asked.bits, asked.catalogue.dated) } : asked);
}

/** The filters that mean something for dates. */
function pickFilters(params: URLSearchParams) {
  const { kind, type, territory, country, zone, theme, words } = readQuestion(params);
  return Object.fromEntries(Object.entries({ kind, type, territory, country, zone, theme, words }).filter(([, value]) => value !== undefined));
}

function listDated(db: Read, reader: Reader, nums: number[]): Promise<Entry[]> {
  return readEntries(db, reader, sql<boolean>`sheets.num = any(${nums}::int[])`);
}

function listOneMeeting(db: Read, reader: Reader, slug: string): Promise<Entry[]> {
  const one = sql`(select id from sheets m where kind = 'event' and slug = ${slug} and ${visibleTo(reader, 'm')})`;
  return readEntries(db, reader, sql<boolean>`(sheets.id = ${one} or sheets.id in (select from_id from sheet_links where role = 'event' and to_id = ${one}))`);
}

async function readEntries(db: Read, reader: Reader, condition: ReturnType<typeof sql<boolean>>): Promise<Entry[]> {
  const rows = await db
    .selectFrom('sheets')
    .leftJoin('sheet_hours', 'sheet_hours.sheet_id', 'sheets.id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select(['starts', 'ends', 'time_zone', 'version'])
    // A session has no day of its own while its meeting waits for one.
    .select(sql<boolean>`exists (select 1 from meeting_sessions x join sheets m on m.id = x.meeting_id where x.sheet_id = sheets.id and m.state = 'postponed')`.as('put_off'))
    .select((eb) => eb.selectFrom('sheet_places').select((e) => e.fn.agg<string>('string_agg', ['label', e.val(', ')]).as('place')).whereRef('sheet_places.sheet_id', '=', 'sheets.id').where('sheet_places.role', '<>', 'from').as('place'))
    .where(condition)
    // A scheme without a last day is a scheme, not a date.
    .where((eb) => eb.or([eb('sheets.kind', '<>', 'funding'), eb('sheets.end_date', 'is not', null)]))
    .where(visibleTo(reader))
    .execute();
  return rows.map((row) => {
    const sheet = toSummary(row);
    const deadline = sheet.kind === 'funding';
    return { ...sheet, ...(row.put_off && sheet.state === 'planned' ? { state: 'postponed' } : {}), ...(deadline ? { start: sheet.end, end: null } : {}), starts: row.starts, ends: row.ends, timeZone: row.time_zone, place: row.place, version: row.version, deadline };
  });
}

export interface Anniversary {
  sheet: SheetSummary;
  years: number;
}

export interface Anniversaries {
  thisYear: Anniversary[];
  nextYear: Anniversary[];
  published: number;
  /** How many have no known year of departure. */
  unknown: number;
}

/** Round years of published partnerships; what has ended is not celebrated. */
export async function listAnniversaries(db: Read, reader: Reader, year: number): Promise<Anniversaries> {
  const rows = await db.selectFrom('sheets').select(summaryColumns).where('kind', '=', 'partnership').where(visibleTo(reader)).orderBy('title').execute();
  const all = rows.map(toSummary);
  const pick = (when: number) =>
    all
      .flatMap((sheet) => {
        const years = sheet.start && sheet.phase !== 'ended' ? roundYears(yearOf(sheet.start), when) : null;
        return years === null ? [] : [{ sheet, years }];
      })
      .sort((a, b) => b.years - a.years);
  return { thisYear: pick(year), nextYear: pick(year + 1), published: all.length, unknown: all.filter((one) => !one.start).length };
}
