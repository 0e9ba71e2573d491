import { listAccountsOf } from '~/modules/accounts/index.ts';
import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

export interface Person {
  accountId: string;
  /** Shown to the group's people alone. */
  name: string;
  function: string | null;
  body: { kind: string; slug: string; title: string } | null;
  standing: 'member' | 'guest';
  since: string;
  until: string | null;
  /** Their mandate to chair, when they hold it. */
  chairId: string | null;
  /** In the group by a mandate alone: nothing to leave here. */
  byMandate: boolean;
}

export const pageSize = 100;

/** Who is in the group, the chair first, guests last. `only`: that account alone. */
export async function listPeople(db: Read, reader: Reader, groupId: string, page = 1, only?: string): Promise<{ people: Person[]; total: number }> {
  const { rows } = await sql<Omit<Person, 'body'> & { kind: string | null; slug: string | null; body: string | null; total: number }>`
    with held as (
      select account_id, max(id::text) filter (where role = 'chair') as chair_id, min(since) as since, bool_and(role = 'expert') as guest, max(until) as until, max(function) as function
      from mandates where body_id = ${groupId}::uuid and role in ('chair', 'expert') and ended_at is null and (until is null or until >= current_date) group by account_id),
    inside as (
      select account_id, body_id, standing, since, until from group_places where group_id = ${groupId}::uuid)
    select a.id as "accountId", a.name, coalesce(h.function, a.title) as function, b.kind, b.slug, b.title as body,
      coalesce(i.standing, case when h.guest then 'guest' else 'member' end) as standing, coalesce(i.since, h.since)::text as since,
      case when i.account_id is not null then i.until else h.until end::text as until, h.chair_id as "chairId", i.account_id is null as "byMandate", count(*) over ()::integer as total
    from inside i full join held h using (account_id) join accounts a on a.id = account_id and a.closed_at is null
    left join sheets b on b.id = i.body_id and ${visibleTo(reader, 'b')}
    ${only ? sql`where a.id = ${only}::uuid` : sql``}
    order by h.chair_id is null, coalesce(i.standing, 'guest') = 'guest', a.name, a.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const people = rows.map(({ kind, slug, body, ...row }) => ({ ...row, body: kind && slug && body ? { kind, slug, title: body } : null }));
  return { people, total: rows[0]?.total ?? 0 };
}

/** Accounts of the group's people, guests included: whom to tell of what happens inside. Agents of its member authorities who are not in it are not among them. */
export async function listInside(db: Read, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select account_id as id from group_places where group_id = ${groupId}::uuid
    union select account_id from mandates where body_id = ${groupId}::uuid and role in ('chair', 'expert') and ended_at is null and (until is null or until >= current_date)`.execute(db);
  return rows.map((row) => row.id);
}

/** How many people, and what waits for an answer. */
export async function countPeople(db: Read, groupId: string): Promise<{ people: number; requests: number }> {
  const { rows } = await sql<{ people: number; requests: number }>`select
    (select count(*) from (select account_id from group_places where group_id = ${groupId}::uuid
      union select account_id from mandates where body_id = ${groupId}::uuid and role in ('chair', 'expert') and ended_at is null and (until is null or until >= current_date)) p)::integer as people,
    (select count(*) from group_requests where group_id = ${groupId}::uuid and outcome is null)::integer as requests`.execute(db);
  return rows[0]!;
}

export interface Asked {
  id: string;
  name: string;
  function: string | null;
  body: string;
  word: string | null;
  since: string;
}

export async function listRequests(db: Read, groupId: string): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select r.id, a.name, a.title as function, b.title as body, r.word, r.created_at::text as since
    from group_requests r join accounts a on a.id = r.account_id and a.closed_at is null join sheets b on b.id = r.body_id
    where r.group_id = ${groupId}::uuid and r.outcome is null order by r.created_at limit 200`.execute(db);
  return rows;
}

/** Who answers for a group: its chairs and the animators of its host, else the administration. */
export async function listLeaders(db: Read, groupId: string, hostId: string | null): Promise<string[]> {
  const [chairs, hosts] = await Promise.all([listAccountsOf(db, groupId, ['chair']), hostId ? listAccountsOf(db, hostId, ['animator', 'project-holder']) : []]);
  const leaders = [...chairs, ...hosts].map(({ id }) => id);
  if (leaders.length) return [...new Set(leaders)];
  const rows = await db.selectFrom('mandates').select('account_id').where('role', '=', 'administrator').where('ended_at', 'is', null).execute();
  return rows.map((row) => row.account_id);
}

export interface Invited {
  id: string;
  /** The address, or the function and body of who was invited through their authority. */
  who: string;
  standing: 'member' | 'guest';
  until: string | null;
  since: string;
}

export async function listInvited(db: Read, groupId: string): Promise<Invited[]> {
  const { rows } = await sql<Invited>`
    select i.id, coalesce(i.mail, concat_ws(', ', a.title, b.title)) as who, i.standing, i.until::text, i.created_at::text as since
    from group_invitations i left join accounts a on a.id = i.account_id left join sheets b on b.id = i.body_id
    where i.group_id = ${groupId}::uuid and i.outcome is null and i.expires_at > now() order by i.created_at desc limit 200`.execute(db);
  return rows;
}

export interface InvitableBody {
  id: string;
  title: string;
  /** Agents and elected officials of theirs who are not in the group, nor invited. */
  accounts: number;
}

/** Authorities with somebody to invite: members of the host's network, bodies of the group, and those that work with its country. */
export async function listInvitableBodies(db: Read, groupId: string, hostId: string | null, ids?: readonly string[]): Promise<InvitableBody[]> {
  const { rows } = await sql<InvitableBody>`
    select b.id, b.title, count(distinct m.account_id)::integer as accounts
    from mandates m join sheets b on b.id = m.body_id and b.merged_into is null and b.kind in ('territory', 'organisation')
    join accounts a on a.id = m.account_id and a.closed_at is null
    where m.role in ('agent', 'elected') and m.ended_at is null and (m.until is null or m.until >= current_date)
      ${ids ? sql`and b.id = any(${[...ids]}::uuid[])` : sql``}
      and (b.id in (select to_id from sheet_links where from_id in (${groupId}::uuid, ${hostId}::uuid) and role = 'member')
        or b.id in (select h.authority_id from network_roles r join network_role_holders h on h.role_id = r.id where r.network_id = ${hostId}::uuid)
        or b.id in (select l.to_id from sheets g join sheets p on p.kind = 'partnership' and p.visibility = 'public' and p.countries && array(select unnest(g.countries) except select 'FR')
          join sheet_links l on l.from_id = p.id and l.role = 'french' where g.id = ${groupId}::uuid))
      and not exists (select 1 from group_places g where g.group_id = ${groupId}::uuid and g.account_id = m.account_id and g.standing = 'member')
      and not exists (select 1 from group_invitations i where i.group_id = ${groupId}::uuid and i.account_id = m.account_id and i.outcome is null and i.expires_at > now())
    group by b.id, b.title order by b.title limit 200`.execute(db);
  return rows;
}
