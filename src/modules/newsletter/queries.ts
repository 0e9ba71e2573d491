import { sql, type Read } from '~/platform/db/index.ts';
import { withSubthemes } from '~/reference/index.ts';
import { anonymous, getKind, summaryColumns, toSummary, visibleTo, type SheetSummary } from '~/sheets/index.ts';
import { firstDays, offeredThemes } from './rules.ts';

export type IssueState = 'draft' | 'sending' | 'sent';

export interface Issue {
  id: string;
  number: number | null;
  title: string;
  introduction: string;
  /** What was published from that instant on is offered. */
  since: string;
  state: IssueState;
  sentAt: string | null;
  createdBy: string;
  version: number;
}

const columns = ['id', 'number', 'title', 'introduction', 'since', 'state', 'sent_at as sentAt', 'created_by as createdBy', 'version'] as const;

export async function listIssues(db: Read, state: 'draft' | 'sent', limit = 60): Promise<(Issue & { items: number })[]> {
  const rows = await db
    .selectFrom('newsletter_issues').select(columns)
    .select((eb) => eb.selectFrom('newsletter_items').select((e) => e.fn.countAll<number>().as('n')).whereRef('issue_id', '=', 'newsletter_issues.id').as('items'))
    .where('state', 'in', state === 'draft' ? ['draft', 'sending'] : ['sending', 'sent']).orderBy('number', 'desc').orderBy('created_at', 'desc').limit(limit).execute();
  return rows.map((row) => ({ ...row, state: row.state as IssueState, items: Number(row.items) }));
}

export async function findIssue(db: Read, asked: { id: string } | { number: number }): Promise<Issue | undefined> {
  const query = db.selectFrom('newsletter_issues').select(columns);
  const row = await ('id' in asked ? query.where('id', '=', asked.id) : query.where('number', '=', asked.number)).executeTakeFirst();
  return row && { ...row, state: row.state as IssueState };
}

/** In their order, those that are still public. */
export async function listItems(db: Read, issueId: string): Promise<SheetSummary[]> {
  const rows = await db
    .selectFrom('newsletter_items').innerJoin('sheets', 'sheets.id', 'sheet_id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .where('issue_id', '=', issueId).where(visibleTo(anonymous)).orderBy('newsletter_items.position').orderBy('sheets.title').execute();
  return rows.map(toSummary);
}

/** Themes of the first level that public sheets speak of, by themselves or by a sub-theme. */
export async function listUsedThemes(db: Read): Promise<Set<string>> {
  const { rows } = await sql<{ theme: string }>`select distinct unnest(themes) as theme from sheets where themes <> '{}' and kind <> 'theme' and ${visibleTo(anonymous)}`.execute(db);
  const used = new Set(rows.map(({ theme }) => theme));
  return new Set(offeredThemes.map(({ slug }) => slug).filter((slug) => withSubthemes(slug).some((one) => used.has(one))));
}

/** From where the next issue begins: when the last one left. */
export async function findSince(db: Read, now: number): Promise<string> {
  const last = await db.selectFrom('newsletter_issues').select('sent_at').where('sent_at', 'is not', null).orderBy('sent_at', 'desc').limit(1).executeTakeFirst();
  return last?.sent_at ?? new Date(now - firstDays * 86_400_000).toISOString();
}

const mostOffered = 150;

/** Public sheets of any kind that somebody published since then; what the instance loads by itself is no news. */
export async function listOffered(db: Read, since: string, { theme, countries }: { theme?: readonly string[]; countries?: readonly string[] } = {}): Promise<SheetSummary[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from sheets s join (
      select sheet_id, max(position) as position from events
      where at >= ${since}::timestamptz and position is not null and actor <> 'instance' and split_part(name, '.', 2) in ('created', 'published', 'minutes', 'state') group by sheet_id) e on e.sheet_id = s.id
    where ${visibleTo(anonymous, 's')} and s.kind <> 'theme' ${theme ? sql`and s.themes && ${[...theme]}::text[]` : sql``} ${countries ? sql`and s.countries && ${[...countries]}::text[]` : sql``}
    order by e.position desc limit ${mostOffered}`.execute(db);
  if (!rows.length) return [];
  const found = await db.selectFrom('sheets').select(summaryColumns).where('id', 'in', rows.map(({ id }) => id)).execute();
  const place = new Map(rows.map(({ id }, index) => [id, index]));
  return found.map(toSummary).sort((a, b) => place.get(a.id)! - place.get(b.id)!);
}

/** By kind, in the order of the instance: what readers look for together stands together. */
export function groupByKind(items: readonly SheetSummary[]): { kind: string; items: SheetSummary[] }[] {
  return [...Map.groupBy(items, ({ kind }) => kind).entries()].map(([kind, list]) => ({ kind: getKind(kind).kind, items: list }));
}

export interface Progress {
  /** Confirmed subscriptions. */
  subscribers: number;
  treated: number;
  mailed: number;
}

export async function getProgress(db: Read, issueId: string | null): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select (select count(*) from newsletter_subscribers where confirmed_at is not null)::integer as subscribers,
      (select count(*) from newsletter_deliveries where issue_id = ${issueId}::uuid)::integer as treated,
      (select count(*) from newsletter_deliveries where issue_id = ${issueId}::uuid and mailed)::integer as mailed`.execute(db);
  return rows[0]!;
}
