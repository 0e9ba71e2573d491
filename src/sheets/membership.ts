import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { refreshSheet } from './commands.ts';
import { addLinks } from './parts.ts';
import type { Body, Reader, Role } from './visibility.ts';

/** Roles that speak for a member of a network. */
export const speakingRoles: readonly Role[] = ['agent', 'elected', 'project-holder', 'funder', 'partner'];

// Whose link it is: from the network to its member. A role held in it makes a member too. A group's authorities are members of
// it in public; whoever acts for them is in it only by their own place.
const membersOf = (network: string) => sql`(
  select l.to_id as id from sheet_links l join sheets n on n.id = l.from_id and n.kind <> 'group' where l.from_id = ${network}::uuid and l.role = 'member'
  union select h.authority_id from network_roles r join network_role_holders h on h.role_id = r.id
    where r.network_id = ${network}::uuid and h.authority_id is not null and r.role <> 'wished' and (r.until is null or r.until >= current_date::text))`;

const inForce = sql`m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)`;

/** The ids of the bodies of `listMemberBodies`, for a condition of another query: `in ${memberIds(network)}`. */
export function memberIds(roomId: string | null) {
  return roomId === null
    ? sql`(select m.body_id as id from mandates m where ${inForce} and m.role = any(${[...speakingRoles]}::text[]))`
    : sql`(select id from ${membersOf(roomId)} members union select g.body_id from group_places g where g.group_id = ${roomId}::uuid and g.standing = 'member')`;
}

/** The members of a network (its bodies), of a group (the bodies that its people come for), or of the instance (null): whoever somebody speaks for. */
export async function listMemberBodies(db: Read, roomId: string | null): Promise<Body[]> {
  const { rows } = await sql<Body>`
    select s.id, s.kind, s.slug, s.title from sheets s where s.id in ${memberIds(roomId)} and s.merged_into is null and s.kind in ('territory', 'organisation')
    order by s.title, s.num`.execute(db);
  return rows;
}

export interface MemberAccount {
  id: string;
  mail: string;
  lang: Lang;
  role: Role;
  /** For whom: null for a group's guest. */
  bodyId: string | null;
}

/** Makes a body a member of a network; nothing when it is one already. */
export async function addMember(tx: Tx, actor: Actor, networkId: string, body: { id: string; title: string }): Promise<boolean> {
  const there = await tx.selectFrom('sheet_links').select('from_id').where('from_id', '=', networkId).where('to_id', '=', body.id).where('role', '=', 'member').executeTakeFirst();
  if (there) return false;
  await addLinks(tx, networkId, [{ role: 'member', to: body.id }]);
  await refreshSheet(tx, networkId);
  await recordEvent(tx, { name: 'network.member', sheetId: networkId, actor, changes: { membre: [null, body.title] } });
  return true;
}

/** Who speaks for the members of a network or of the instance (null), one line a mandate; who is in a group. For mail and votes, never for a page of others. */
export async function listMemberAccounts(db: Read, roomId: string | null, roles: readonly Role[] = speakingRoles): Promise<MemberAccount[]> {
  const { rows } = await sql<MemberAccount>`
    select a.id, a.mail, a.lang, m.role, m.body_id as "bodyId" from mandates m join accounts a on a.id = m.account_id and a.closed_at is null
    where ${inForce} and m.role = any(${[...roles]}::text[]) ${roomId === null ? sql`` : sql`and m.body_id in (select id from ${membersOf(roomId)} members)`}
    ${roomId === null ? sql`` : sql`union
    select a.id, a.mail, a.lang, case when g.standing = 'guest' then 'expert' else 'agent' end, g.body_id from group_places g join accounts a on a.id = g.account_id and a.closed_at is null
    where g.group_id = ${roomId}::uuid`}
    order by 1`.execute(db);
  return rows;
}

/** Whether this reader belongs to a network (for one of their bodies, or animates it), to a group, or to the instance (null). */
export async function isMemberOf(db: Read, reader: Reader, roomId: string | null): Promise<boolean> {
  if (roomId === null) return reader.kind === 'member';
  if (reader.groups?.includes(roomId) || reader.bodies.includes(roomId)) return true;
  if (reader.kind !== 'member') return false;
  const { rows } = await sql<{ is: boolean }>`select exists (select 1 from ${membersOf(roomId)} members where id = any(${[...reader.bodies]}::uuid[])) as is`.execute(db);
  return rows[0]!.is;
}
