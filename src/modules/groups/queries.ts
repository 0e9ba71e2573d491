import { sql, type Read } from '~/platform/db/index.ts';
import { findSpeakers, type Speaker } from '~/modules/people/index.ts';
import { listActive, listRelations } from '~/modules/territories/index.ts';
import { listConcerning, summaryColumns, toSummary, visibleTo, type KindGroup, type Reader, type SheetRef, type SheetSummary } from '~/sheets/index.ts';
import type { Topic, Way } from './commands.ts';

/** What a group is made of, for its own pages. */
export interface Group {
  id: string;
  slug: string;
  title: string;
  hostId: string | null;
  joining: Way;
  reserved: readonly string[];
  closed: boolean;
}

/** A group at an address, when it exists for this reader. */
export async function findGroup(db: Read, reader: Reader, slug: string): Promise<Group | undefined> {
  const row = await db
    .selectFrom('sheets')
    .innerJoin('working_groups', 'working_groups.sheet_id', 'sheets.id')
    .select(['sheets.id', 'slug', 'title', 'owner_id', 'state', 'joining', 'reserved_roles'])
    .where('kind', '=', 'group')
    .where('slug', '=', slug)
    .where(visibleTo(reader))
    .executeTakeFirst();
  return row && { id: row.id, slug: row.slug, title: row.title, hostId: row.owner_id, joining: row.joining as Way, reserved: row.reserved_roles, closed: row.state === 'closed' };
}

export interface GroupDetail {
  group: Group;
  chair: Speaker | null;
  /** Who chairs it here, by function and body. */
  chairs: { function: string | null; body: string | null }[];
  membersLow: number | null;
  membersHigh: number | null;
  note: string | null;
  statements: { topic: Topic; text: string }[];
  /** Sheets about the group's country, else its themes, by kind. */
  around: KindGroup[];
  /** French authorities active with the country; null for a group without one. */
  active: number | null;
  twins: Twin[];
}

export async function getGroup(db: Read, reader: Reader, sheet: SheetSummary): Promise<GroupDetail> {
  const country = sheet.countries.find((code) => code !== 'FR');
  const [row, statements, chairs, around, relations, twins] = await Promise.all([
    db.selectFrom('working_groups').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['chair_function_id', 'members_low', 'members_high', 'note', 'joining', 'reserved_roles', 'owner_id']).where('sheet_id', '=', sheet.id).executeTakeFirstOrThrow(),
    db.selectFrom('group_statements').select(['topic', 'text']).where('group_id', '=', sheet.id).orderBy('position').execute(),
    listChairs(db, sheet.id),
    country || sheet.themes.length ? listConcerning(db, reader, country ? { country } : { themes: sheet.themes }, { limit: country ? 60 : 5, except: ['group', 'theme', 'territory'] }) : [],
    country ? listRelations(db, reader, { country }) : null,
    listTwins(db, reader, { id: sheet.id, countries: sheet.countries, themes: sheet.themes }),
  ]);
  const chair = row.chair_function_id ? (await findSpeakers(db, reader, [row.chair_function_id])).get(row.chair_function_id) : undefined;
  return {
    group: { id: sheet.id, slug: sheet.slug, title: sheet.title, hostId: row.owner_id, joining: row.joining as Way, reserved: row.reserved_roles, closed: sheet.state === 'closed' },
    chair: chair ?? null, chairs, membersLow: row.members_low, membersHigh: row.members_high, note: row.note, statements: statements as GroupDetail['statements'],
    around, active: relations && listActive(relations).length, twins: twins.filter((twin) => twin.hostId !== row.owner_id),
  };
}

async function listChairs(db: Read, groupId: string): Promise<GroupDetail['chairs']> {
  const { rows } = await sql<GroupDetail['chairs'][number]>`
    select coalesce(m.function, a.title) as function, b.title as body from mandates m join accounts a on a.id = m.account_id and a.closed_at is null
    left join group_places g on g.group_id = m.body_id and g.account_id = a.id left join sheets b on b.id = g.body_id and b.visibility = 'public'
    where m.body_id = ${groupId}::uuid and m.role = 'chair' and m.ended_at is null and (m.until is null or m.until >= current_date) order by m.granted_at`.execute(db);
  return rows;
}

export type Twin = SheetRef & { title: string; hostId: string | null; host: string | null };

/** Groups that meet already on one of these countries, or without a country on one of these themes (R160). */
export async function listTwins(db: Read, reader: Reader, { id, countries, themes }: { id?: string; countries: readonly string[]; themes: readonly string[] }): Promise<Twin[]> {
  const abroad = countries.filter((code) => code !== 'FR');
  const same = abroad.length ? sql`sheets.countries && ${abroad}::text[]` : sql`sheets.themes && ${[...themes]}::text[] and sheets.countries <@ array['FR']`;
  const { rows } = await sql<Twin>`
    select sheets.id, sheets.kind, sheets.slug, sheets.title, h.id as "hostId", h.title as host from sheets left join sheets h on h.id = sheets.owner_id and h.visibility = 'public'
    where sheets.kind = 'group' and sheets.id is distinct from ${id ?? null}::uuid and sheets.state = 'active' and ${same} and ${visibleTo(reader)} order by h.title, sheets.title limit 12`.execute(db);
  return rows;
}

/** Meetings of one group's page; beyond, the oldest are left out. */
const mostMeetings = 200;

/** Meetings that point to the group, or that only its people see: those to come first in time, the past ones backwards. */
export async function listMeetings(db: Read, reader: Reader, groupId: string, today: string): Promise<{ next: SheetSummary[]; past: SheetSummary[] }> {
  const rows = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where('kind', 'in', ['event', 'session'])
    // Each side by its own index: an « or » of the two would read every event. The second index leaves out what is shared with nobody.
    .where(sql<boolean>`id in (select from_id from sheet_links where to_id = ${groupId}::uuid and role = 'group'
      union all select id from sheets where shared_with && array[${groupId}::uuid] and shared_with <> '{}')`)
    .where(visibleTo(reader))
    .orderBy(sql`start_date desc nulls first`)
    .orderBy('title', 'desc')
    .limit(mostMeetings)
    .execute();
  // The latest were kept; they are read from the first, after those without a date.
  const meetings = rows.map(toSummary).reverse().sort((a, b) => Number(a.start !== null) - Number(b.start !== null));
  const isNext = ({ start, phase }: SheetSummary) => phase !== 'ended' && (start === null || start.value >= today.slice(0, start.value.length));
  return { next: meetings.filter(isNext), past: meetings.filter((one) => !isNext(one)).reverse() };
}

export type GroupListed = SheetSummary & { host: { title: string; kind: string; slug: string } | null };

export async function listGroups(db: Read, reader: Reader): Promise<GroupListed[]> {
  const [rows, hosts] = await Promise.all([
    db.selectFrom('sheets').select(summaryColumns).where('kind', '=', 'group').where(visibleTo(reader)).orderBy('title').limit(500).execute(),
    db
      .selectFrom('sheet_links')
      .innerJoin('sheets', 'sheets.id', 'sheet_links.to_id')
      .innerJoin('working_groups', 'working_groups.sheet_id', 'sheet_links.from_id')
      .select(['from_id', 'sheets.title', 'sheets.kind', 'sheets.slug'])
      .where('role', '=', 'host')
      .where(visibleTo(reader))
      .execute(),
  ]);
  return rows.map((row) => ({ ...toSummary(row), host: hosts.find((host) => host.from_id === row.id) ?? null }));
}
