import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

export interface Aims {
  network: { id: string; slug: string; title: string };
  year: number;
  /** Since which year they hold. */
  since: number;
  low: number;
  high: number;
  physical: number;
  setBy: string;
  source: { document: string; title: string; locator: string | null } | null;
  meetings: Counted[];
}

export interface Counted {
  id: string;
  slug: string;
  title: string;
  webinar: boolean;
  held: boolean;
  /** The event of the territory during which it is held (R152). */
  occasion: { slug: string; title: string } | null;
}

interface Row {
  id: string; slug: string; title: string; since: number; low: number; high: number; physical: number; set_by: string;
  document: string | null; document_title: string | null; locator: string | null;
}

/** Of one network, or of those that this reader belongs to. */
export async function listAims(db: Read, reader: Reader, year: number, networkId?: string): Promise<Aims[]> {
  const bodies = sql`${sql.val([...reader.bodies])}::uuid[]`;
  const which = networkId ? sql`n.id = ${networkId}::uuid` : sql`(n.id = any(${bodies}) or exists (select 1 from sheet_links l where l.from_id = n.id and l.role = 'member' and l.to_id = any(${bodies})))`;
  const { rows } = await sql<Row>`
    select distinct on (n.id) n.id, n.slug, coalesce(n.context, n.title) as title, a.year as since, a.webinars_low as low, a.webinars_high as high, a.physical, a.set_by,
      d.id as document, d.title as document_title, a.locator
    from network_aims a join sheets n on n.id = a.network_id left join documents d on d.id = a.document_id
    where a.year <= ${year} and ${which} and ${visibleTo(reader, 'n')} order by n.id, a.year desc limit 20`.execute(db);
  const meetings = await listCounted(db, reader, rows.map((row) => row.id), year);
  return rows.map((row) => ({
    network: { id: row.id, slug: row.slug, title: row.title }, year, since: row.since, low: row.low, high: row.high, physical: row.physical, setBy: row.set_by,
    source: row.document === null ? null : { document: row.document, title: row.document_title!, locator: row.locator },
    meetings: meetings.filter((one) => one.network === row.id),
  }));
}

/** The displayed rule, as a query: invited by the network, of that year, at least planned; a webinar, or held at a place. */
async function listCounted(db: Read, reader: Reader, networks: readonly string[], year: number): Promise<(Counted & { network: string })[]> {
  if (!networks.length) return [];
  const { rows } = await sql<Omit<Counted, 'occasion'> & { network: string; occasion_slug: string | null; occasion: string | null }>`
    select n.id as network, s.id, s.slug, s.title, s.type = 'webinaire' as webinar, s.state in ('held', 'minutes') as held, o.slug as occasion_slug, o.title as occasion
    from unnest(${sql.val([...networks])}::uuid[]) n(id)
    join sheets s on s.kind = 'event' and left(s.start_date, 4) = ${String(year)} and s.state in ('planned', 'confirmed', 'open', 'held', 'minutes')
      and (s.owner_id = n.id or exists (select 1 from sheet_links l where l.from_id = s.id and l.to_id = n.id and l.role = 'organiser'))
    left join lateral (select x.slug, x.title from sheet_links l join sheets x on x.id = l.to_id and ${visibleTo(reader, 'x')} where l.from_id = s.id and l.role = 'occasion' limit 1) o on true
    where ${visibleTo(reader, 's')} and (s.type = 'webinaire' or exists (select 1 from sheet_places p where p.sheet_id = s.id and p.role = 'at'))
    order by s.start_date limit 500`.execute(db);
  return rows.map(({ occasion_slug, occasion, ...row }) => ({ ...row, occasion: occasion_slug === null ? null : { slug: occasion_slug, title: occasion! } }));
}
