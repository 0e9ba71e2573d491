import { sql, type Read } from '~/platform/db/index.ts';
import { hasTrigrams } from '~/sheets/ask/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';
import { keepingOf, type Keeping } from './rules.ts';

/** An authority, what tells it from its namesakes, and who keeps its sheet: how, never who. */
export interface Listed {
  id: string;
  slug: string;
  title: string;
  context: string | null;
  type: string | null;
  side: string;
  insee: string | null;
  siren: string | null;
  population: number | null;
  /** The other name that was recognised. */
  matched: string | null;
  keeping: Keeping;
  /** Day since when somebody keeps it. */
  since: string | null;
  keptBy: string | null;
}

interface Row extends Omit<Listed, 'keeping'> {
  confirmed_at: string | null;
  requested: boolean;
}

/** By name as people type it, former name, code, postal code, or one letter wrong (R007, R016, C1). */
export async function findAuthorities(db: Read, reader: Reader, text: string, today: string, limit = 20): Promise<{ found: Listed[]; near: boolean }> {
  const found = await read(db, reader, today, limit, text, candidates(text));
  if (found.length || !hasTrigrams(text)) return { found, near: false };
  const said = sql`(select plain(${text}))`;
  const near = await read(db, reader, today, limit, text, sql`
    select n.sheet_id from sheet_names n where n.plain % ${said} and n.kind <> 'code' order by similarity(n.plain, ${said}) desc limit 12`);
  return { found: near, near: near.length > 0 };
}

export async function findAuthority(db: Read, reader: Reader, slug: string, today: string): Promise<Listed | undefined> {
  const [found] = await read(db, reader, today, 1, slug, sql`select id from sheets where kind = 'territory' and slug = ${slug}`);
  return found;
}

export async function getAuthority(db: Read, reader: Reader, id: string, today: string): Promise<Listed | undefined> {
  const [found] = await read(db, reader, today, 1, '', sql`select ${id}::uuid`);
  return found;
}

function candidates(text: string) {
  const start = text.replace(/[\\%_]/g, '\\$&');
  const code = text.replace(/\s/g, '');
  return sql`
    (select sheet_id from sheet_names where plain like plain(${start}) || '%' limit 400)
    union (select sheet_id from sheet_names where kind = 'code' and plain = plain(${code}))
    union (select id from sheets where kind = 'territory' and search @@ websearch_to_tsquery('french_plain', replace(${text}, '-', ' ')) order by weight desc limit 400)
    union (select sheet_id from territories where postal_codes @> array[${code}])`;
}

async function read(db: Read, reader: Reader, today: string, limit: number, text: string, ids: ReturnType<typeof sql>): Promise<Listed[]> {
  const spaced = sql`replace(plain(${text}), '-', ' ')`;
  const { rows } = await sql<Row>`
    select s.id, s.slug, s.title, s.context, s.type, t.side, t.insee, t.siren, t.population, matched.name as matched, s.confirmed_at,
      kept.since::text as since, kept.role as "keptBy",
      exists (select 1 from claims c where c.sheet_id = s.id and c.state = 'requested') as requested
    from sheets s join territories t on t.sheet_id = s.id
    left join lateral (
      select n.name, n.plain from sheet_names n
      where n.sheet_id = s.id and n.kind not in ('title', 'misspelling') and starts_with(replace(n.plain, '-', ' '), ${spaced})
      order by n.plain = plain(${text}) desc, n.name limit 1) matched on true
    left join lateral (
      select m.since, m.role from mandates m
      where m.body_id = s.id and m.role in ('agent', 'elected', 'partner') and m.ended_at is null and (m.until is null or m.until >= ${today}::date)
      order by m.role = 'elected', m.since limit 1) kept on true
    where s.id in (${ids}) and s.kind = 'territory' and ${visibleTo(reader, 's')}
    order by replace(plain(s.title), '-', ' ') = ${spaced} desc, replace(coalesce(matched.plain, ''), '-', ' ') = ${spaced} desc,
      starts_with(replace(plain(s.title), '-', ' '), ${spaced}) desc, s.weight desc, s.title, s.num
    limit ${limit}`.execute(db);
  return rows.map(({ confirmed_at, requested, ...row }) => ({
    ...row,
    keeping: keepingOf({ kept: row.keptBy !== null, requested, confirmedAt: confirmed_at, since: row.since }, today),
  }));
}
