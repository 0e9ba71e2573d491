import { sql, type Read } from '~/platform/db/index.ts';
import { pageSize } from './rules.ts';

export interface Found {
  discussionId: string;
  title: string;
  position: number;
  author: string;
  body: string | null;
  at: string;
  /** Pieces of what stands around the words; the odd ones are the words. */
  excerpt: string[];
}

const [before, after] = ['\u0001', '\u0002'];
const headline = `StartSel=${before}, StopSel=${after}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "`;

/** Messages of a group, or of the questions between peers (null), that hold these words; the latest first. */
export async function listFound(db: Read, groupId: string | null, words: string, page: number): Promise<{ found: Found[]; more: boolean }> {
  const room = groupId === null ? sql`d.group_id is null and d.kind = 'question'` : sql`d.group_id = ${groupId}::uuid`;
  const { rows } = await sql<Omit<Found, 'excerpt'> & { excerpt: string }>`
    with q as (select websearch_to_tsquery('french_plain', translate(${words}, '-’', '  ')) as query),
    hits as (
      select m.id, m.discussion_id, d.title, m.position, m.author, m.body_id, m.at, m.text, q.query
      from q, discussion_messages m join discussions d on d.id = m.discussion_id
      where m.search @@ q.query and m.removed_at is null and ${room}
      order by m.at desc, m.id limit ${pageSize + 1} offset ${(page - 1) * pageSize})
    select h.discussion_id as "discussionId", h.title, h.position, h.author, b.title as body, h.at::text as at, ts_headline('french_plain', h.text, h.query, ${headline}) as excerpt
    from hits h left join sheets b on b.id = h.body_id order by h.at desc, h.id`.execute(db);
  return { found: rows.slice(0, pageSize).map((row) => ({ ...row, excerpt: row.excerpt.split(/[\u0001\u0002]/) })), more: rows.length > pageSize };
}
