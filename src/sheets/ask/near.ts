import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '../visibility.ts';

export interface Near {
  num: number;
  kind: string;
  slug: string;
  title: string;
  context: string | null;
  /** The name that is near. */
  name: string;
  /** 1: the same letters. */
  nearness: number;
}

/** Names that look like what was typed, the nearest first; among as near ones the best known. */
export async function listNear(db: Read, reader: Reader, text: string, { kind, limit = 5 }: { kind?: string; limit?: number } = {}): Promise<Near[]> {
  if (text.length < 3 || !hasTrigrams(text)) return [];
  // Read once, not at each name that is compared.
  const said = sql`(select plain(${text}))`;
  // `%` goes by the trigram index; a title's own name wins over an alias as near.
  const { rows } = await sql<Near>`
    select num, kind, slug, title, context, name, nearness from (
      select distinct on (s.id) s.num, s.kind, s.slug, s.title, s.context, s.weight, n.name, similarity(n.plain, ${said}) as nearness
      from sheet_names n join sheets s on s.id = n.sheet_id
      where n.plain % ${said} and n.kind <> 'code' and ${visibleTo(reader, 's')} ${kind ? sql`and s.kind = ${kind}` : sql``}
      order by s.id, nearness desc, n.kind = 'title' desc) near
    order by nearness + 0.01 * least(weight, 10) desc, num limit ${limit}`.execute(db);
  return rows;
}

/** Signs alone (emoji, punctuation) have no trigram: the index would be walked from end to end to find nothing. */
export function hasTrigrams(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
