import { sql, type Read } from '~/platform/db/index.ts';
import { rightConditions, type Reader } from '~/sheets/index.ts';

/** Minutes with corrections to decide, for those who act for a body that organises. */
export async function listToDecide(db: Read, { acting }: Reader): Promise<{ kind: string; slug: string; title: string; since: string; n: number }[]> {
  if (!acting?.body || acting.role === 'expert') return [];
  const { own } = rightConditions(acting.body.id);
  const { rows } = await sql<{ kind: string; slug: string; title: string; since: string; n: number }>`
    select t.kind, t.slug, t.title, min(c.sent_at)::text as since, count(*)::integer as n
    from minutes_corrections c join sheets t on t.id = c.sheet_id and t.merged_into is null
    left join meeting_sessions x on x.sheet_id = t.id join sheets s on s.id = coalesce(x.meeting_id, t.id)
    where c.state = 'waiting' and ${own} group by t.kind, t.slug, t.title order by 4 limit 10`.execute(db);
  return rows;
}
