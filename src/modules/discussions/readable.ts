import { sql, type Read } from '~/platform/db/index.ts';
import type { Reader } from '~/sheets/index.ts';

const inForce = sql`m.account_id = a.id and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)`;

/**
 * Whether the account `a` may read the thread `d`: mayRead of rooms.ts for many accounts at once. Somebody who left a group is
 * told nothing more of it, whatever they followed.
 */
export const mayReadAccount = sql<boolean>`case
  when d.kind = 'conversation' then exists (select 1 from discussion_people p where p.discussion_id = d.id and p.account_id = a.id and p.party)
  when d.group_id is null then exists (select 1 from mandates m where ${inForce} and m.role <> 'expert')
  else exists (select 1 from group_places g where g.account_id = a.id and g.group_id = d.group_id)
    or exists (select 1 from mandates m where ${inForce} and (m.body_id = d.group_id or m.role = 'administrator'
      or exists (select 1 from sheet_links l where l.from_id = d.group_id and l.to_id = m.body_id and l.role in ('host', 'holder', 'organiser'))))
  end`;

/** Those of these accounts who may read the thread now. */
export async function listReaders(db: Read, discussionId: string, accounts: readonly (string | null)[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from discussions d, accounts a where d.id = ${discussionId}::uuid and a.id = any(${[...accounts]}::uuid[]) and a.closed_at is null and ${mayReadAccount}`.execute(db);
  return rows.map(({ id }) => id);
}

/** mayReadAccount for one reader and many threads `d`: groups that they are in, or that they animate by a mandate. */
export function mayReadReader(reader: Reader) {
  if (reader.acting?.role === 'administrator') return sql<boolean>`true`;
  const rooms = sql`${sql.val([...(reader.groups ?? []), ...reader.bodies])}::uuid[]`;
  const bodies = sql`${sql.val([...reader.bodies])}::uuid[]`;
  return sql<boolean>`(d.group_id is null and ${sql.val(reader.kind === 'member')}::boolean or d.group_id = any(${rooms})
    or exists (select 1 from sheet_links l where l.from_id = d.group_id and l.to_id = any(${bodies}) and l.role in ('host', 'holder', 'organiser')))`;
}
