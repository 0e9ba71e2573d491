import { sql, type Read } from '~/platform/db/index.ts';
import { ask, resolve, type Question, type Resolved } from '~/sheets/ask/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

/** What happened last to a sheet. */
export interface NewsItem {
  id: string;
  num: number;
  kind: string;
  slug: string;
  title: string;
  summary: string | null;
  /** `partnership.created`. */
  name: string;
  /** RFC 3339. */
  at: string;
  position: number;
  /** Names of what changed. */
  changed: string[];
}

export interface News {
  items: NewsItem[];
  resolved: Resolved;
  /** Position from which the next page goes on. */
  next: number | null;
}

const few = 2000;
const batch = 500;
const mostBatches = 40;

/** The latest happenings about the sheets of a question, each sheet once, newest first. */
export async function listNews(db: Read, reader: Reader, asked: Question, { before, limit }: { before?: number; limit: number }): Promise<News> {
  const resolved = await resolve(db, reader, asked);
  const { catalogue, bits } = await ask(db, reader, resolved);
  const all = Object.keys(resolved.question).length === 0;
  const total = all ? Infinity : bits.count();
  const nums = total <= few ? [...bits].map((place) => catalogue.nums[place]!) : null;
  const items = new Map<string, NewsItem>();
  let from = before ?? Number.MAX_SAFE_INTEGER;
  for (let round = 0; round < mostBatches && items.size <= limit; round++) {
    const rows = await readEvents(db, reader, nums, from);
    for (const row of rows) {
      const place = catalogue.placeOf(row.num);
      if (items.has(row.id) || place === undefined || !bits.has(place)) continue;
      items.set(row.id, row);
      if (items.size > limit) break;
    }
    if (rows.length < batch) break;
    from = rows.at(-1)!.position;
  }
  const list = [...items.values()];
  return { items: list.slice(0, limit), resolved, next: list.length > limit ? list[limit - 1]!.position : null };
}

async function readEvents(db: Read, reader: Reader, nums: number[] | null, before: number): Promise<NewsItem[]> {
  const { rows } = await sql<NewsItem>`
    select s.id, s.num, s.kind, s.slug, s.title, s.summary, e.name, e.position,
      to_char(e.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      array(select jsonb_object_keys(e.changes)) as changed
    from events e join sheets s on s.id = e.sheet_id
    where e.position < ${before} and e.name not like 'proposal.%' and e.name not like 'matching.%' and ${visibleTo(reader, 's')} ${nums ? sql`and s.num = any(${nums}::int[])` : sql``}
    order by e.position desc limit ${batch}`.execute(db);
  return rows;
}
