import { sql, type Read } from '~/platform/db/index.ts';
import type { Body } from '~/sheets/index.ts';
import { hasVoice } from '../speaking.ts';
import type { GroupReason, PairReason } from './types.ts';

export interface Match {
  /** The two sides; of one's own list, `a` is oneself. */
  a: Body;
  b: Body;
  score: number;
  reasons: PairReason[];
  /** Somebody speaks for it here: it can be asked. */
  reached: boolean;
  /** An introduction between them, the latest: its state and its page. */
  introduction: { id: string; state: string } | null;
}

const bodyOf = (alias: string) => sql`json_build_object('id', ${sql.table(alias)}.id, 'kind', ${sql.table(alias)}.kind, 'slug', ${sql.table(alias)}.slug, 'title', ${sql.table(alias)}.title)`;
const introduced = sql`(select json_build_object('id', i.id, 'state', i.state) from introductions i where i.low_id = least(a.id, b.id) and i.high_id = greatest(a.id, b.id) order by i.created_at desc limit 1)`;
const notRefused = sql`not exists (select 1 from match_refusals r where (r.body_id = a.id and r.other_id = b.id) or (r.body_id = b.id and r.other_id = a.id))`;

/** Two-way: whoever ranks the other high, both see it. The best first. */
export async function listMatches(db: Read, me: string, limit = 20): Promise<Match[]> {
  const { rows } = await sql<Match>`
    with pairs as (
      select distinct on (other) other, score, reasons from (
        select other_id as other, score, reasons from matches where body_id = ${me}::uuid
        union all select body_id, score, reasons from matches where other_id = ${me}::uuid) p order by other, score desc)
    select ${bodyOf('a')} as a, ${bodyOf('b')} as b, p.score, p.reasons, ${hasVoice('b')} as reached, ${introduced} as introduction
    from pairs p join sheets a on a.id = ${me}::uuid join sheets b on b.id = p.other and b.merged_into is null and b.visibility in ('public', 'members')
    where ${notRefused} order by p.score desc, b.title limit ${limit}`.execute(db);
  return rows;
}

/** Pairs of members of a network that its animator has not read, and that nobody introduced yet. */
export async function listToReview(db: Read, networkId: string, limit = 20): Promise<{ pairs: Match[]; total: number }> {
  const { rows } = await sql<Match & { total: number }>`
    with members as materialized (select to_id as id from sheet_links where from_id = ${networkId}::uuid and role = 'member'),
    pairs as (
      select distinct on (low, high) low, high, score, reasons from (
        select least(body_id, other_id) as low, greatest(body_id, other_id) as high, score, reasons from matches
        where body_id in (select id from members) and other_id in (select id from members)) p order by low, high, score desc)
    select ${bodyOf('a')} as a, ${bodyOf('b')} as b, p.score, p.reasons, ${hasVoice('a')} and ${hasVoice('b')} as reached, ${introduced} as introduction, (count(*) over ())::integer as total
    from pairs p join sheets a on a.id = p.low and a.merged_into is null join sheets b on b.id = p.high and b.merged_into is null
    where ${notRefused} and a.visibility in ('public', 'members') and b.visibility in ('public', 'members')
      and not exists (select 1 from match_reviews v where v.network_id = ${networkId}::uuid and v.low_id = p.low and v.high_id = p.high)
      and not exists (select 1 from introductions i where i.low_id = p.low and i.high_id = p.high and i.state in ('open', 'agreed'))
    order by p.score desc, a.title, b.title limit ${limit}`.execute(db);
  // In the order of the alphabet, as two names are said.
  const inOrder = (pair: Match): Match => (pair.a.title.localeCompare(pair.b.title, 'fr') > 0 ? { ...pair, a: pair.b, b: pair.a } : pair);
  return { pairs: rows.map(({ total: _total, ...pair }) => inOrder(pair)), total: rows[0]?.total ?? 0 };
}

export interface GroupShown {
  members: Body[];
  score: number;
  reason: GroupReason;
}

/** Small groups that this member is in, or whose members are all of a network. Pairs set aside are not brought back by a group. */
export async function listGroupsOf(db: Read, of: { body: string } | { network: string }, limit = 6): Promise<GroupShown[]> {
  const condition = 'body' in of
    ? sql`${of.body}::uuid = any(g.members)`
    : sql`g.members <@ array(select to_id from sheet_links where from_id = ${of.network}::uuid and role = 'member')`;
  const { rows } = await sql<GroupShown>`
    select g.score, g.reason, (select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'slug', s.slug, 'title', s.title) order by s.title) from sheets s where s.id = any(g.members) and s.merged_into is null) as members
    from match_groups g where ${condition}
      and not exists (select 1 from match_refusals r where r.body_id = any(g.members) and r.other_id = any(g.members))
    order by g.score desc, g.key limit ${limit}`.execute(db);
  return rows;
}

/** Titles of the partners that reasons name. */
export async function listTitles(db: Read, ids: readonly string[]): Promise<Map<string, Body>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('sheets').select(['id', 'kind', 'slug', 'title']).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export interface Refused {
  other: Body;
  reason: string | null;
}

/** Those that this member set aside: it may take them back. The other side never reads who did. */
export async function listRefused(db: Read, me: string): Promise<Refused[]> {
  const { rows } = await sql<Refused>`
    select ${bodyOf('b')} as other, r.reason from match_refusals r join sheets b on b.id = r.other_id and b.merged_into is null
    where r.body_id = ${me}::uuid order by r.at desc limit 100`.execute(db);
  return rows;
}

export interface Computed {
  /** Members that are compared. */
  members: number;
  mine: boolean;
}

export async function findComputed(db: Read, me: string | null): Promise<Computed> {
  const { rows } = await sql<Computed>`select (select count(*) from match_profiles)::integer as members, exists (select 1 from match_profiles where body_id = ${me}::uuid) as mine`.execute(db);
  return rows[0]!;
}
