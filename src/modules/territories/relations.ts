import { sql, type Read } from '~/platform/db/index.ts';
import { getKind, summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary, type SummaryRow } from '~/sheets/index.ts';

export interface Party {
  id: string;
  slug: string;
  title: string;
  context: string | null;
  country: string | null;
  /** As the authority whose page it is writes it. */
  countryNamed?: string;
  side: 'french' | 'foreign';
  lat: number | null;
  lon: number | null;
  timeZone: string | null;
}

/** A partnership and its two sides. */
export interface Relation {
  partnership: SheetSummary;
  french: Party[];
  foreign: Party[];
  /** Shown beside, not counted among the partnerships: a project, a contact (decision 0080). */
  apart: boolean;
  /** Those who keep it also see their drafts. */
  published: boolean;
}

export async function listRelations(db: Read, reader: Reader, of: { territory: string } | { country: string }): Promise<Relation[]> {
  const columns = sql.join(summaryColumns.map((column) => sql.ref(`sheets.${column}`)));
  const condition = 'territory' in of
    ? sql`sheets.id in (select from_id from sheet_links where to_id = ${of.territory}::uuid and role in ('french', 'foreign'))`
    : sql`sheets.countries @> array[${of.country}]`;
  const { rows } = await sql<SummaryRow & { published: boolean }>`
    select ${columns}, sheets.visibility = 'public' as published from sheets where kind = 'partnership' and ${condition} and ${visibleTo(reader)}
    order by start_date nulls last, title`.execute(db);
  const parties = await listParties(db, reader, rows.map((row) => row.id));
  const apart = new Set(getKind('partnership').apart);
  return rows.map((row) => {
    const sides = Map.groupBy(parties.get(row.id) ?? [], (party) => party.side);
    return { partnership: toSummary(row), french: sides.get('french') ?? [], foreign: sides.get('foreign') ?? [], apart: apart.has(row.type ?? ''), published: row.published };
  });
}

async function listParties(db: Read, reader: Reader, ids: string[]): Promise<Map<string, Party[]>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom('sheet_links')
    .innerJoin('sheets', 'sheets.id', 'sheet_links.to_id')
    .innerJoin('territories', 'territories.sheet_id', 'sheets.id')
    .leftJoin('sheet_places', (join) => join.onRef('sheet_places.sheet_id', '=', 'sheets.id').on('sheet_places.position', '=', 0))
    .select(['sheet_links.from_id', 'sheets.id', 'sheets.slug', 'sheets.title', 'sheets.context', 'sheets.countries', 'sheet_links.role', 'lat', 'lon', 'time_zone'])
    .where('sheet_links.from_id', 'in', ids)
    .where('sheet_links.role', 'in', ['french', 'foreign'])
    .where(visibleTo(reader))
    .orderBy('sheet_links.position')
    .execute();
  const parties = rows.map(({ from_id, countries, role, time_zone, ...row }) => ({
    from_id,
    party: { ...row, country: countries[0] ?? null, side: role as Party['side'], timeZone: time_zone },
  }));
  return new Map([...Map.groupBy(parties, (one) => one.from_id)].map(([id, group]) => [id, group.map((one) => one.party)]));
}

export interface Engaged {
  id: string;
  slug: string;
  title: string;
  context: string | null;
  type: string | null;
  lat: number | null;
  lon: number | null;
  /** Public sheets that it is linked to. */
  links: number;
  partnerships: number;
}

const linked = (reader: Reader) => sql`
  select l.to_id, count(distinct f.id)::integer as links,
    count(distinct f.id) filter (where f.kind = 'partnership' and f.type <> all(${[...(getKind('partnership').apart ?? [])]}::text[]))::integer as partnerships
  from sheet_links l join sheets f on f.id = l.from_id
  where l.role <> 'wished' and f.kind <> 'territory' and ${visibleTo(reader, 'f')} group by l.to_id`;

/** Authorities that already act abroad around one that may: same intercommunality, then département, then région. */
export async function listEngagedAround(db: Read, reader: Reader, id: string, limit = 6): Promise<Engaged[]> {
  const { rows } = await sql<Engaged>`
    with here as (select * from territories where sheet_id = ${id}::uuid), linked as (${linked(reader)})
    select sheets.id, slug, title, context, type, lat, lon, links, partnerships
    from linked join sheets on sheets.id = linked.to_id join territories t on t.sheet_id = sheets.id cross join here
    left join sheet_places p on p.sheet_id = sheets.id and p.position = 0
    where t.side = 'french' and sheets.id <> here.sheet_id and ${visibleTo(reader)}
      and (t.sheet_id in (here.intercommunality_id, here.department_id, here.region_id)
        or t.intercommunality_id = here.intercommunality_id or t.department_id = here.department_id or t.region_id = here.region_id)
    order by (t.sheet_id = here.intercommunality_id or t.intercommunality_id = here.intercommunality_id) desc nulls last,
      (t.sheet_id = here.department_id or t.department_id = here.department_id) desc nulls last, links desc, title
    limit ${limit}`.execute(db);
  return rows;
}

/** Authorities that already act abroad within a larger scale. */
export async function listEngagedWithin(db: Read, reader: Reader, id: string, scale: 'intercommunality_id' | 'department_id' | 'region_id', limit = 12): Promise<Engaged[]> {
  const { rows } = await sql<Engaged>`
    with linked as (${linked(reader)})
    select sheets.id, slug, title, context, type, lat, lon, links, partnerships
    from linked join sheets on sheets.id = linked.to_id join territories t on t.sheet_id = sheets.id
    left join sheet_places p on p.sheet_id = sheets.id and p.position = 0
    where t.${sql.ref(scale)} = ${id}::uuid and t.sheet_id <> ${id}::uuid and ${visibleTo(reader)}
    order by links desc, title limit ${limit}`.execute(db);
  return rows;
}

/** Every authority, French or foreign, by what it is linked to. */
export async function listEngaged(db: Read, reader: Reader, side: 'french' | 'foreign'): Promise<Engaged[]> {
  const { rows } = await sql<Engaged>`
    with linked as (${linked(reader)})
    select sheets.id, slug, title, context, type, lat, lon, links, partnerships
    from linked join sheets on sheets.id = linked.to_id join territories t on t.sheet_id = sheets.id
    left join sheet_places p on p.sheet_id = sheets.id and p.position = 0
    where t.side = ${side} and ${visibleTo(reader)}
    order by partnerships desc, links desc, title`.execute(db);
  return rows;
}

export interface Shared {
  slug: string;
  title: string;
  context: string | null;
  country: string | null;
  french: { slug: string; title: string }[];
}

/** Foreign territories where at least two French authorities meet. */
export async function listShared(db: Read, reader: Reader): Promise<Shared[]> {
  const { rows } = await sql<Shared>`
    select t.slug, t.title, t.context, t.countries[1] as country,
      json_agg(distinct jsonb_build_object('slug', f.slug, 'title', f.title)) as french
    from sheets join sheet_links a on a.from_id = sheets.id and a.role = 'foreign' join sheets t on t.id = a.to_id
    join sheet_links b on b.from_id = sheets.id and b.role = 'french' join sheets f on f.id = b.to_id
    where sheets.kind = 'partnership' and ${visibleTo(reader)} and ${visibleTo(reader, 't')} and ${visibleTo(reader, 'f')}
    group by t.id having count(distinct f.id) > 1 order by count(distinct f.id) desc, t.title`.execute(db);
  return rows;
}

export interface Cited {
  title: string;
  nature: string;
  published: string | null;
  precision: string | null;
}

/** The most recent text that each sheet rests on. */
export async function listLatestSources(db: Read, ids: readonly string[]): Promise<Map<string, Cited>> {
  if (!ids.length) return new Map();
  const { rows } = await sql<Cited & { sheet_id: string }>`
    select distinct on (sheet_id) sheet_id, title, nature, published, published_precision as precision
    from sheet_sources join documents d on d.id = document_id
    where sheet_id = any(${[...ids]}::uuid[]) order by sheet_id, published desc nulls last`.execute(db);
  return new Map(rows.map((row) => [row.sheet_id, row]));
}

/** How many actions of each authority concern a territory. */
export async function countActions(db: Read, reader: Reader, territory: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ holder: string; n: number }>`
    select to_id as holder, count(distinct sheets.id)::integer as n from sheets join sheet_links on from_id = sheets.id
    where kind = 'action' and role = 'holder' and territories @> array[${territory}]::integer[] and ${visibleTo(reader)} group by to_id`.execute(db);
  return new Map(rows.map((row) => [row.holder, row.n]));
}
