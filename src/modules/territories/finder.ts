import { sql, type Read } from '~/platform/db/index.ts';
import { hasTrigrams } from '~/sheets/ask/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

export interface Found {
  slug: string;
  title: string;
  context: string | null;
  type: string | null;
  side: string;
  population: number | null;
  links: number;
  /** The name or the code that was recognised, when it is not the title. */
  matched: string | null;
  matchedKind: string | null;
}

export interface Answer {
  found: Found[];
  /** Nothing has this name: the nearest ones. */
  near: boolean;
}

/** A territory by what people type: its name, a former name, its département with it, a postal code, INSEE or SIREN. */
export async function findTerritories(db: Read, reader: Reader, text: string, limit = 30): Promise<Answer> {
  const found = await search(db, reader, text, candidates(text), limit);
  if (found.length || !hasTrigrams(text)) return { found, near: false };
  const said = sql`(select plain(${text}))`;
  const near = await search(db, reader, text, sql`
    select sheet_id from sheet_names where plain % ${said} and kind <> 'code' order by similarity(plain, ${said}) desc limit 12`, limit);
  return { found: near, near: near.length > 0 };
}

function candidates(text: string) {
  const start = text.replace(/[\\%_]/g, '\\$&');
  return sql`
    (select sheet_id from sheet_names where plain like plain(${start}) || '%' limit 400)
    union (select id from sheets where kind = 'territory' and search @@ websearch_to_tsquery('french_plain', replace(${text}, '-', ' ')) order by weight desc limit 400)
    union (select sheet_id from territories where postal_codes @> array[${text}])`;
}

async function search(db: Read, reader: Reader, text: string, ids: ReturnType<typeof sql>, limit: number): Promise<Found[]> {
  const spaced = sql`replace(plain(${text}), '-', ' ')`;
  const { rows } = await sql<Found>`
    select slug, title, context, type, side, population, matched.name as matched, matched.kind as "matchedKind",
      (select count(distinct l.from_id)::integer from sheet_links l join sheets f on f.id = l.from_id where l.to_id = sheets.id and ${visibleTo(reader, 'f')}) as links
    from sheets join territories t on t.sheet_id = sheets.id
    left join lateral (
      select n.name, n.kind from sheet_names n
      where n.sheet_id = sheets.id and n.kind <> 'title' and starts_with(replace(n.plain, '-', ' '), ${spaced})
      order by n.plain = plain(${text}) desc, n.name limit 1) matched on true
    where sheets.id in (${ids}) and sheets.kind = 'territory' and ${visibleTo(reader)}
    order by replace(plain(title), '-', ' ') = ${spaced} desc, replace(plain(coalesce(matched.name, '')), '-', ' ') = ${spaced} desc,
      starts_with(replace(plain(title), '-', ' '), ${spaced}) desc, weight desc, title, num
    limit ${limit}`.execute(db);
  return rows;
}
