import { sql, type Read } from '~/platform/db/index.ts';
import { listMemberBodies } from '~/sheets/index.ts';

export interface Member {
  id: string;
  kind: string;
  slug: string;
  title: string;
  /** Published partnerships and actions that concern it. */
  links: number;
  /** Somebody speaks for it here. */
  people: number;
  /** Last time that somebody said that its sheet is exact, ISO day. */
  confirmed: string | null;
}

/** Members of a network, or of the instance (null), with what the desk counts: one query. */
export async function listMembers(db: Read, networkId: string | null): Promise<Member[]> {
  const bodies = await listMemberBodies(db, networkId);
  const ids = bodies.map(({ id }) => id);
  const { rows } = await sql<Member>`
    select s.id, s.kind, s.slug, s.title, left(s.confirmed_at::text, 10) as confirmed,
      (select count(*) from sheets p where p.territories @> array[s.num] and p.kind in ('partnership', 'action') and p.visibility = 'public' and p.merged_into is null)::integer as links,
      (select count(distinct m.account_id) from mandates m where m.body_id = s.id and m.ended_at is null and (m.until is null or m.until >= current_date))::integer as people
    from sheets s where s.id = any(${ids}::uuid[]) order by s.title, s.num`.execute(db);
  return rows;
}
