import { sql } from '~/platform/db/index.ts';

/** The groups that the account `a` of a query is in, as a member or a guest, and those hosted by a network that it animates. */
export const groupsOfAccount = sql<string[]>`array(
  select g.group_id from group_places g where g.account_id = a.id
  union
  select l.from_id from mandates h join sheet_links l on l.to_id = h.body_id and l.role = 'host' join sheets g on g.id = l.from_id and g.kind = 'group'
  where h.account_id = a.id and h.role = 'animator' and h.ended_at is null and h.since <= current_date and (h.until is null or h.until >= current_date))`;
