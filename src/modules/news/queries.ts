import { sql, type Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary, type SummaryRow } from '~/sheets/index.ts';
import type { Contract, Kind } from './rules.ts';

export type Published = SheetSummary & { owner: string | null };
export const pageSize = 20;

const presentOn = (today: string) => sql`(sheets.phase = 'ongoing' and sheets.end_date >= ${today})`;
const pastOn = (today: string) => sql`not ${presentOn(today)} and sheets.state in ('published', 'expired')`;

export async function hasPast(db: Read, reader: Reader, kind: Kind, today: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select 1 from sheets where sheets.kind = ${kind} and ${visibleTo(reader)} and ${pastOn(today)}) as has`.execute(db);
  return rows[0]!.has;
}

/** Newest first; what is past only when it is asked for. Drafts of one's own come first. */
export async function listPublished(db: Read, reader: Reader, kind: Kind, { past, page, today }: { past: boolean; page: number; today: string }): Promise<{ items: Published[]; total: number }> {
  const columns = sql.join(summaryColumns.map((column) => sql.ref(`sheets.${column}`)));
  const { rows } = await sql<SummaryRow & { owner: string | null; total: number }>`
    select ${columns}, o.title as owner, count(*) over ()::integer as total from sheets left join sheets o on o.id = sheets.owner_id
    where sheets.kind = ${kind} and ${visibleTo(reader)} and ${past ? pastOn(today) : sql`(${presentOn(today)} or sheets.state = 'draft')`}
    order by sheets.start_date desc nulls first, sheets.num desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  return { items: rows.map((row) => ({ ...toSummary(row), owner: row.owner })), total: rows[0]?.total ?? 0 };
}

export interface JobDetail {
  place: string;
  contract: Contract;
  web: string | null;
  expiresOn: string;
}

export async function getJob(db: Read, id: string): Promise<JobDetail> {
  const row = await db.selectFrom('jobs_offered').selectAll().where('sheet_id', '=', id).executeTakeFirstOrThrow();
  return { place: row.place, contract: row.contract as Contract, web: row.web, expiresOn: row.expires_on };
}

export async function getNewsEnd(db: Read, id: string): Promise<string> {
  return (await db.selectFrom('news').select('expires_on').where('sheet_id', '=', id).executeTakeFirstOrThrow()).expires_on;
}
