import { isId, sql, type Read } from '~/platform/db/index.ts';
import { memberIds, type Body } from '~/sheets/index.ts';
import { speaks } from '../speaking.ts';
import type { Outcome } from './rules.ts';

export interface Contact {
  body: string;
  name: string;
  function: string | null;
  mail: string;
}

/** As one of the two sides reads it: what the other said is known only when both said yes, or when it is over. */
export interface Introduction {
  id: string;
  state: 'open' | 'agreed' | 'declined' | 'withdrawn';
  subject: string;
  createdAt: string;
  me: string;
  other: Body;
  /** We asked; they asked; or an animator proposes it, and `network` says whose. */
  from: 'us' | 'them' | 'network';
  network: string | null;
  agreed: boolean | null;
  conversationId: string | null;
  outcome: Outcome | null;
  outcomeNote: string | null;
  outcomeAskedAt: string | null;
  settledAt: string | null;
}

const select = (me: string) => sql`
  select i.id, i.state, i.subject, i.created_at::text as "createdAt", ${me}::uuid as me,
    json_build_object('id', o.id, 'kind', o.kind, 'slug', o.slug, 'title', o.title) as other,
    case when i.asked_by is null then 'network' when i.asked_by = ${me}::uuid then 'us' else 'them' end as "from", n.title as network,
    mine.agreed, i.conversation_id as "conversationId", mine.outcome, mine.outcome_note as "outcomeNote",
    i.outcome_asked_at::text as "outcomeAskedAt", i.settled_at::text as "settledAt"
  from introductions i join introduction_sides mine on mine.introduction_id = i.id and mine.body_id = ${me}::uuid
  join sheets o on o.id = case when i.low_id = ${me}::uuid then i.high_id else i.low_id end
  left join sheets n on n.id = i.network_id`;

/** Of one member, the latest first: what waits for its answer before the rest. */
export async function listIntroductions(db: Read, me: string, limit = 100): Promise<Introduction[]> {
  const { rows } = await sql<Introduction>`${select(me)} order by (i.state = 'open') desc, i.created_at desc limit ${limit}`.execute(db);
  return rows;
}

export async function findIntroduction(db: Read, me: string, id: string): Promise<Introduction | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Introduction>`${select(me)} where i.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Invariant 31: the condition on the state is in the question itself, so that no page can forget it. */
export async function listContacts(db: Read, id: string): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select b.title as body, a.name, a.title as function, a.mail from introductions i
    join introduction_sides s on s.introduction_id = i.id and s.agreed join sheets b on b.id = s.body_id
    join accounts a on a.id = s.account_id and a.closed_at is null
    where i.id = ${id}::uuid and i.state = 'agreed' and (select bool_and(x.agreed is true) from introduction_sides x where x.introduction_id = i.id)
    order by b.title`.execute(db);
  return rows;
}

export interface Between {
  open: string | null;
  /** Somebody said « pas cette fois » not long ago, or set the pair aside. */
  resting: boolean;
}

export async function findBetween(db: Read, a: string, b: string, restDays: number): Promise<Between> {
  const [low, high] = a < b ? [a, b] : [b, a];
  const { rows } = await sql<Between>`
    select (select id from introductions where low_id = ${low}::uuid and high_id = ${high}::uuid and state = 'open') as open,
      (exists (select 1 from introductions where low_id = ${low}::uuid and high_id = ${high}::uuid and state = 'declined' and settled_at > now() - make_interval(days => ${restDays}))
        or exists (select 1 from match_refusals where (body_id = ${a}::uuid and other_id = ${b}::uuid) or (body_id = ${b}::uuid and other_id = ${a}::uuid))) as resting`.execute(db);
  return rows[0]!;
}

export async function countAsked(db: Read, me: string): Promise<number> {
  const { n } = await db.selectFrom('introductions').select((eb) => eb.fn.countAll<number>().as('n')).where('asked_by', '=', me).where('state', '=', 'open').executeTakeFirstOrThrow();
  return Number(n);
}

/** Members that somebody speaks for here: they can be asked. */
export async function listReached(db: Read, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select distinct m.body_id as id from mandates m join accounts a on a.id = m.account_id and a.closed_at is null
    where m.body_id = any(${[...ids]}::uuid[]) and ${speaks}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** A member by its address, French authority or organisation. */
export async function findMember(db: Read, slug: string): Promise<Body | undefined> {
  const { rows } = await sql<Body>`
    select s.id, s.kind, s.slug, s.title from sheets s left join territories t on t.sheet_id = s.id
    where s.slug = ${slug} and s.merged_into is null and s.visibility in ('public', 'members') and (s.kind = 'organisation' or (s.kind = 'territory' and t.side = 'french'))
    order by s.kind desc limit 1`.execute(db);
  return rows[0];
}

export interface Made {
  made: number;
  agreed: number;
  /** Of those that both accepted: the best that either side told of. */
  project: number;
  talked: number;
  nothing: number;
}

/** Introductions since a day that a network's animator proposed, or between two of its members; of the instance (null): all. */
export async function countMade(db: Read, networkId: string | null, since: string): Promise<Made> {
  const here = networkId === null ? sql`` : sql`and (i.network_id = ${networkId}::uuid or (i.low_id in (select id from members) and i.high_id in (select id from members)))`;
  const { rows } = await sql<Made>`
    with members as materialized ${memberIds(networkId)}
    select count(*)::integer as made, count(*) filter (where i.state = 'agreed')::integer as agreed,
      count(*) filter (where o.told @> array['project'])::integer as project,
      count(*) filter (where o.told @> array['talked'] and not o.told @> array['project'])::integer as talked,
      count(*) filter (where o.told <@ array['nothing'])::integer as nothing
    from introductions i left join lateral (select array_agg(x.outcome) as told from introduction_sides x where x.introduction_id = i.id and x.outcome is not null) o on i.state = 'agreed'
    where i.created_at >= ${since}::date ${here}`.execute(db);
  return rows[0]!;
}
