import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '../visibility.ts';

/** A sheet that a field holds or may hold. */
export interface Picked {
  id: string;
  kind: string;
  slug: string;
  title: string;
  context: string | null;
}

const columns = sql`s.id, s.kind, s.slug, s.title, s.context`;

/** Of these ids, those that exist for the reader and are of an accepted kind (null: any); an id that is no id is none. */
export async function listPicked(db: Read, reader: Reader, kinds: readonly string[] | null, ids: readonly string[]): Promise<Picked[]> {
  const wanted = [...new Set(ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)))];
  if (!wanted.length) return [];
  const { rows } = await sql<Picked>`
    select ${columns} from sheets s where s.id = any(${wanted}::uuid[]) ${kinds ? sql`and s.kind = any(${[...kinds]}::text[])` : sql``} and ${visibleTo(reader, 's')}`.execute(db);
  return rows.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
}

/** Sheets that a name finds, of these kinds: the name itself first, then names that begin so, that hold it, that look like it. */
export async function listFound(db: Read, reader: Reader, kinds: readonly string[], typed: string, limit = 12): Promise<Picked[]> {
  const words = typed.trim().slice(0, 100);
  if (!words) return [];
  const found = await find(db, reader, kinds, words, limit, sql`n.plain like '%' || replace(replace(replace(plain(${words}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`);
  return found.length ? found : find(db, reader, kinds, words, limit, sql`n.plain % plain(${words})`);
}

async function find(db: Read, reader: Reader, kinds: readonly string[], words: string, limit: number, matches: ReturnType<typeof sql>): Promise<Picked[]> {
  const { rows } = await sql<Picked>`
    select ${columns} from sheets s
    join (select n.sheet_id, max(case when n.plain = plain(${words}) then 3 when starts_with(n.plain, plain(${words})) then 2 else similarity(n.plain, plain(${words})) end) as rank
          from sheet_names n where ${matches} group by 1) names on names.sheet_id = s.id
    where s.kind = any(${[...kinds]}::text[]) and ${visibleTo(reader, 's')}
    order by names.rank desc, s.weight desc, s.num limit ${limit}`.execute(db);
  return rows;
}
