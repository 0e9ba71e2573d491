import { sql, type Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';

export interface VisitDetail {
  people: string | null;
  programme: string | null;
  report: string | null;
  places: number | null;
  ownerId: string | null;
  /** It is between the two bodies only. */
  isPrivate: boolean;
}

export async function getVisit(db: Read, id: string): Promise<VisitDetail> {
  const row = await db.selectFrom('visits').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['people', 'programme', 'report', 'places', 'owner_id', 'visibility']).where('sheet_id', '=', id).executeTakeFirstOrThrow();
  return { people: row.people, programme: row.programme, report: row.report, places: row.places, ownerId: row.owner_id, isPrivate: row.visibility === 'authority' || row.visibility === 'draft' };
}

export interface Join {
  id: string;
  body: string;
  state: string;
  conversation: string | null;
}

/** Everybody's for whoever announced the trip, one's own for another. A conversation is shown to those who are in it: their colleagues would find no page. */
export async function listJoins(db: Read, visitId: string, bodyId: string | null, accountId: string): Promise<Join[]> {
  return db.selectFrom('visit_joins').innerJoin('sheets', 'sheets.id', 'body_id').select(['visit_joins.id', 'sheets.title as body', 'visit_joins.state'])
    .select(sql<string | null>`(select p.discussion_id from discussion_people p where p.discussion_id = conversation_id and p.account_id = ${accountId}::uuid and p.party)`.as('conversation'))
    .where('visit_id', '=', visitId).$if(bodyId !== null, (query) => query.where('body_id', '=', bodyId!)).orderBy('asked_at').limit(100).execute();
}

const most = 200;

/** What comes first, then what was, the latest first. */
export async function listVisits(db: Read, reader: Reader): Promise<SheetSummary[]> {
  const rows = await db.selectFrom('sheets').select(summaryColumns).where('kind', '=', 'visit').where(visibleTo(reader)).orderBy(sql`start_date desc nulls first`).orderBy('title').limit(most).execute();
  return rows.map(toSummary);
}

export interface Pending {
  id: string;
  slug: string;
  title: string;
  state: string | null;
  /** Who asks to come along; null: the visit itself waits for an answer. */
  body: string | null;
  since: string;
}

/** Requests to be received here, and requests to join our trips. */
export async function listPending(db: Read, bodyId: string): Promise<Pending[]> {
  const { rows } = await sql<Pending>`
    select s.id, s.slug, s.title, s.state, null as body, s.created_at as since from sheets s
    where s.owner_id = ${bodyId}::uuid and s.kind = 'visit' and s.state = 'requested' and s.merged_into is null
    union all
    select s.id, s.slug, s.title, s.state, b.title, j.asked_at from visit_joins j join sheets s on s.id = j.visit_id join sheets b on b.id = j.body_id
    where j.state = 'asked' and s.owner_id = ${bodyId}::uuid and s.merged_into is null
    order by since limit 20`.execute(db);
  return rows;
}
