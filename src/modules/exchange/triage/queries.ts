import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import type { Decision, Mark } from './rules.ts';

export interface Request {
  id: string;
  sender: string;
  country: string | null;
  subject: string;
  /** ISO day. */
  receivedOn: string;
  priorities: Mark | null;
  known: Mark | null;
  means: Mark | null;
  reciprocity: Mark | null;
  decision: Decision | null;
  reason: string | null;
  decidedOn: string | null;
  decidedBy: string | null;
  /** The conversation in which it came, when this reader is in it. */
  conversationId: string | null;
}

const columns = sql`q.id, q.sender, q.country, q.subject, q.received_on as "receivedOn", q.priorities, q.known, q.means, q.reciprocity, q.decision, q.reason, q.decided_on as "decidedOn", q.decided_by as "decidedBy"`;
export const pageSize = 50;

/** Those of one body: what waits first, the oldest first; then what was decided, the latest first. */
export async function listRequests(db: Read, bodyId: string, page: number): Promise<{ items: Request[]; total: number; waiting: number }> {
  const { rows } = await sql<Request & { total: number; waiting: number }>`
    select ${columns}, null as "conversationId", count(*) over ()::integer as total, count(*) filter (where q.decision is null) over ()::integer as waiting
    from incoming_requests q where q.body_id = ${bodyId}
    order by q.decision is not null, case when q.decision is null then q.received_on end, q.decided_on desc, q.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  return { items: rows, total: rows[0]?.total ?? 0, waiting: rows[0]?.waiting ?? 0 };
}

export async function findRequest(db: Read, bodyId: string, accountId: string, id: string): Promise<Request | undefined> {
  const { rows } = await sql<Request>`
    select ${columns}, case when n.account_id = ${accountId}::uuid or ${accountId}::uuid = any(n.received_by) then n.conversation_id end as "conversationId"
    from incoming_requests q left join listing_answers n on n.id = q.answer_id where q.id = ${id} and q.body_id = ${bodyId}`.execute(db);
  return rows[0];
}

export interface Context {
  /** Its strategies, where its priorities are written. */
  strategies: Pick<SheetSummary, 'title' | 'slug' | 'kind'>[];
  /** Its partnerships in the country of who asks. */
  there: number;
}

/** What helps to fill the grid without looking elsewhere. */
export async function getContext(db: Read, reader: Reader, bodyId: string, country: string | null): Promise<Context> {
  const [strategies, there] = await Promise.all([
    db.selectFrom('sheets').select(['title', 'slug', 'kind']).where('kind', '=', 'strategy').where('owner_id', '=', bodyId).where(visibleTo(reader)).orderBy('start_date', 'desc').limit(3).execute(),
    country === null ? { rows: [{ n: 0 }] } : sql<{ n: number }>`
      select count(*)::integer as n from sheets join sheet_links l on l.from_id = sheets.id and l.to_id = ${bodyId}::uuid and l.role in ('french', 'foreign')
      where sheets.kind = 'partnership' and sheets.countries @> array[${country}] and ${visibleTo(reader)}`.execute(db),
  ]);
  return { strategies, there: there.rows[0]!.n };
}

/** An answer to one of the body's listings, to begin a request with. */
export async function findAnswer(db: Read, bodyId: string, id: string) {
  const { rows } = await sql<{ id: string; sender: string; country: string | null; subject: string; day: string }>`
    select n.id, coalesce(b.title, n.author) as sender, b.countries[1] as country, n.message as subject, to_char(n.answered_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day
    from listing_answers n join sheets s on s.id = n.listing_id and s.owner_id = ${bodyId} left join sheets b on b.id = n.body_id where n.id = ${id}`.execute(db);
  return rows[0];
}
