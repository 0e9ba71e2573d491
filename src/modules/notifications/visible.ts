import { sql } from '~/platform/db/index.ts';

const inForce = sql`m.account_id = a.id and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)`;

/**
 * Whether the account `a` may see the sheet `s`: visibleTo, for many readers at once. An administrator follows what the
 * others may see; who animates the network that hosts a group sees what its people do.
 */
export const visibleToAccount = sql<boolean>`s.merged_into is null and (s.visibility = 'public' or exists (
  select 1 from mandates m where ${inForce}
    and ((s.visibility = 'members' and m.role <> 'expert') or (s.visibility in ('group', 'authority', 'draft') and (m.body_id = s.owner_id or m.body_id = any(s.shared_with)))))
  or (s.visibility = 'group' and (exists (
  select 1 from group_places g where g.account_id = a.id
    and (g.group_id = s.owner_id or g.group_id = any(s.shared_with)))
  or exists (
  select 1 from mandates m join sheet_links l on l.to_id = m.body_id and l.role = 'host' where ${inForce} and m.role = 'animator'
    and (l.from_id = s.owner_id or l.from_id = any(s.shared_with))))))`;
