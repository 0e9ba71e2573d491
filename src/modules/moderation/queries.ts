import { sql, type Read } from '~/platform/db/index.ts';
import { rightConditions, type Reader } from '~/sheets/index.ts';
import type { MeasureKind, Reason } from './rules.ts';

interface About {
  sheetId: string;
  kind: string;
  slug: string;
  title: string;
}

export interface Publication extends About {
  id: string;
  what: 'sheet' | 'correction';
  accountId: string | null;
  author: string;
  /** For which body, when this is known. */
  body: string | null;
  at: string;
  state: 'pending' | 'approved' | 'refused';
}

export interface Report extends About {
  id: string;
  reason: Reason;
  text: string | null;
  lang: string;
  at: string;
  state: 'pending' | 'founded' | 'unfounded';
  isHidden: boolean;
}

export interface Measure extends About {
  id: string;
  what: MeasureKind;
  reason: Reason;
  reasons: string | null;
  until: string | null;
  at: string;
  decidedBy: string;
  deciderId: string | null;
  accountId: string | null;
  liftedAt: string | null;
  appeal: string | null;
  appealState: 'pending' | 'upheld' | 'overturned' | null;
  appealedAt: string | null;
  appellantId: string | null;
  answer: string | null;
}

/** The sheets `s` that this reader moderates: those of the network that they animate, all for the instance. */
function isModeratedBy({ acting }: Reader) {
  if (acting?.role === 'administrator') return sql<boolean>`true`;
  if (acting?.role !== 'animator' || !acting.body) return sql<boolean>`false`;
  const { own, member, loose } = rightConditions(acting.body.id);
  return sql<boolean>`(${own} or ${member} or ${loose})`;
}

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
const about = sql.raw(`s.id as "sheetId", s.kind, s.slug, s.title`);
const isId = (id: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);

/** What waits for somebody else's eye; with `id`, that one whatever its state. Nobody is offered their own. */
export async function listPublications(db: Read, reader: Reader, id?: string): Promise<Publication[]> {
  if (id !== undefined && !isId(id)) return [];
  const { rows } = await sql<Publication>`
    select p.id, p.what, p.account_id as "accountId", p.author, b.title as body, ${instant('p.created_at')} as at, p.state, ${about}
    from publications p join sheets s on s.id = p.sheet_id left join sheets b on b.id = s.owner_id
    where ${isModeratedBy(reader)} and p.account_id is distinct from ${reader.account?.id ?? null} and ${id ? sql`p.id = ${id}` : sql`p.state = 'pending'`}
    order by p.created_at limit 200`.execute(db);
  return rows;
}

export async function listReports(db: Read, reader: Reader, id?: string): Promise<Report[]> {
  if (id !== undefined && !isId(id)) return [];
  const { rows } = await sql<Report>`
    select r.id, r.reason, r.text, r.lang, ${instant('r.received_at')} as at, r.state, ${about},
      exists (select 1 from measures m where m.sheet_id = s.id and m.kind in ('hide', 'refuse') and m.lifted_at is null) as "isHidden"
    from reports r join sheets s on s.id = r.sheet_id
    where ${isModeratedBy(reader)} and ${id ? sql`r.id = ${id}` : sql`r.state = 'pending'`}
    order by r.received_at limit 200`.execute(db);
  return rows;
}

const measureColumns = sql`m.id, m.kind as what, m.reason, m.reasons, m.until::text as until, ${instant('m.at')} as at, m.decided_by as "decidedBy", m.decider_id as "deciderId",
  m.account_id as "accountId", ${instant('m.lifted_at')} as "liftedAt", a.text as appeal, a.state as "appealState", ${instant('a.at')} as "appealedAt",
  a.account_id as "appellantId", a.answer, s.id as "sheetId", s.kind as kind, s.slug, s.title`;

interface MeasureRow extends Omit<Measure, 'kind'> {
  kind: string;
}

/** Appeals that this reader may decide: never against their own decision, nor for themselves. */
export async function listAppeals(db: Read, reader: Reader, id?: string): Promise<Measure[]> {
  if (id !== undefined && !isId(id)) return [];
  const me = reader.account?.id ?? null;
  const { rows } = await sql<MeasureRow>`
    select ${measureColumns} from appeals a join measures m on m.id = a.measure_id join sheets s on s.id = m.sheet_id
    where ${isModeratedBy(reader)} and m.decider_id is distinct from ${me} and m.account_id is distinct from ${me} and a.account_id is distinct from ${me}
      and ${id ? sql`m.id = ${id}` : sql`a.state = 'pending'`}
    order by a.at limit 200`.execute(db);
  return rows;
}

/** All that was decided in this reader's area, newest first. */
export async function listMeasures(db: Read, reader: Reader, id?: string): Promise<Measure[]> {
  if (id !== undefined && !isId(id)) return [];
  const { rows } = await sql<MeasureRow>`
    select ${measureColumns} from measures m left join appeals a on a.measure_id = m.id join sheets s on s.id = m.sheet_id
    where ${isModeratedBy(reader)} ${id ? sql`and m.id = ${id}` : sql``} order by m.at desc limit 200`.execute(db);
  return rows;
}

/** What was decided about this person's writing, or about a sheet of the body that they act for. */
export async function listMeasuresAgainst(db: Read, { account, acting }: Reader): Promise<Measure[]> {
  const body = acting?.body?.id ?? null;
  const { rows } = await sql<MeasureRow>`
    select ${measureColumns} from measures m left join appeals a on a.measure_id = m.id join sheets s on s.id = m.sheet_id
    where m.account_id = ${account!.id} or (m.kind in ('hide', 'refuse') and (s.owner_id = ${body}::uuid or s.id = ${body}::uuid))
    order by m.at desc limit 200`.execute(db);
  return rows;
}

/** One's own contributions that somebody looks at, or looked at. */
export async function listOwnPublications(db: Read, accountId: string): Promise<Publication[]> {
  const { rows } = await sql<Publication>`
    select p.id, p.what, p.account_id as "accountId", p.author, b.title as body, ${instant('p.created_at')} as at, p.state, ${about}
    from publications p join sheets s on s.id = p.sheet_id left join sheets b on b.id = s.owner_id
    where p.account_id = ${accountId} order by p.created_at desc limit 200`.execute(db);
  return rows;
}
