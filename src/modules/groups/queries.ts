import { sql, type Read } from '~/platform/db/index.ts';
import { findSpeakers, type Speaker } from '~/modules/people/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import type { Topic } from './commands.ts';

export interface GroupDetail {
  chair: Speaker | null;
  membersLow: number | null;
  membersHigh: number | null;
  note: string | null;
  statements: { topic: Topic; text: string }[];
  /** Published partnerships with the group's country, and meetings about it. */
  partnerships: SheetSummary[];
  events: SheetSummary[];
}

export async function getGroup(db: Read, reader: Reader, sheet: SheetSummary): Promise<GroupDetail> {
  const [row, statements, around] = await Promise.all([
    db.selectFrom('working_groups').select(['chair_function_id', 'members_low', 'members_high', 'note']).where('sheet_id', '=', sheet.id).executeTakeFirstOrThrow(),
    db.selectFrom('group_statements').select(['topic', 'text']).where('group_id', '=', sheet.id).orderBy('position').execute(),
    listAround(db, reader, sheet.countries),
  ]);
  const chair = row.chair_function_id ? (await findSpeakers(db, reader, [row.chair_function_id])).get(row.chair_function_id) : undefined;
  return {
    chair: chair ?? null, membersLow: row.members_low, membersHigh: row.members_high, note: row.note, statements: statements as GroupDetail['statements'],
    partnerships: around.filter((one) => one.kind === 'partnership'), events: around.filter((one) => one.kind === 'event'),
  };
}

async function listAround(db: Read, reader: Reader, countries: string[]): Promise<SheetSummary[]> {
  const abroad = countries.filter((code) => code !== 'FR');
  if (!abroad.length) return [];
  const rows = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where('kind', 'in', ['partnership', 'event'])
    .where(sql<boolean>`countries && ${abroad}::text[]`)
    .where(visibleTo(reader))
    .orderBy('start_date')
    .orderBy('title')
    .execute();
  return rows.map(toSummary);
}

export type GroupListed = SheetSummary & { host: { title: string; kind: string; slug: string } | null };

export async function listGroups(db: Read, reader: Reader): Promise<GroupListed[]> {
  const [rows, hosts] = await Promise.all([
    db.selectFrom('sheets').select(summaryColumns).where('kind', '=', 'group').where(visibleTo(reader)).orderBy('title').execute(),
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
