import { sql, type Read } from '~/platform/db/index.ts';
import { toDate, visibleTo, type Body, type Reader } from '~/sheets/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { hasVoice } from '../speaking.ts';

export interface Worker extends Body {
  /** By a partnership, and not by actions alone. */
  isPartner: boolean;
  /** With whom there: for a country. */
  partners: string[];
  themes: string[];
  /** The oldest beginning that is known, of its partnerships. */
  since: PartialDate | null;
  actions: number;
  /** The latest confirmation of one of the sheets; null: none was ever confirmed. */
  confirmedAt: string | null;
  reached: boolean;
}

const most = 40;

/** Who works with a territory abroad, or in a country: on what, since when, and how fresh it is. Partnerships and actions that are not over. */
export async function listWorkers(db: Read, reader: Reader, of: { territory: string } | { country: string }): Promise<Worker[]> {
  const there = 'territory' in of
    ? sql`select from_id from sheet_links where to_id = ${of.territory}::uuid and role in ('foreign', 'partner')`
    : sql`select id from sheets where countries @> array[${of.country}] and kind in ('partnership', 'action')`;
  const { rows } = await sql<Omit<Worker, 'since'> & { since: string | null; precision: string | null }>`
    with work as materialized (
      select s.* from sheets s where s.id in (${there}) and s.kind in ('partnership', 'action') and (s.kind = 'action' or s.phase is distinct from 'ended') and ${visibleTo(reader, 's')}),
    held as (select distinct l.to_id as body, w.id from work w join sheet_links l on l.from_id = w.id and l.role in ('french', 'holder')),
    first as (select distinct on (h.body) h.body, w.start_date, w.start_precision from held h join work w on w.id = h.id and w.kind = 'partnership' where w.start_date is not null order by h.body, w.start_date)
    select b.id, b.kind, b.slug, b.title, first.start_date as since, first.start_precision as precision,
      bool_or(w.kind = 'partnership') as "isPartner", (count(distinct w.id) filter (where w.kind = 'action'))::integer as actions, max(w.confirmed_at) as "confirmedAt",
      coalesce((select array_agg(distinct theme order by theme) from held x join work y on y.id = x.id cross join unnest(y.themes) theme where x.body = b.id), '{}') as themes,
      coalesce((select array_agg(distinct p.title order by p.title) from held x join sheet_links f on f.from_id = x.id and f.role = 'foreign' join sheets p on p.id = f.to_id and ${visibleTo(reader, 'p')} where x.body = b.id), '{}') as partners,
      ${hasVoice('b')} as reached
    from held h join work w on w.id = h.id join sheets b on b.id = h.body and ${visibleTo(reader, 'b')} left join first on first.body = b.id
    group by b.id, first.start_date, first.start_precision
    order by "isPartner" desc, first.start_date nulls last, b.title limit ${most}`.execute(db);
  return rows.map(({ since, precision, ...row }) => ({ ...row, since: toDate(since, precision) }));
}

export interface CityIdea extends Body {
  country: string | null;
  /** Sought themes that are worked on there. */
  themes: string[];
  /** French authorities that work with it, the sheets that say so, and the latest year known. */
  french: Body[];
  sheets: { kind: string; slug: string; title: string }[];
}

/** R039: cities abroad, not yet partners of this body, where others already work on what it seeks. Those with most sought themes first. */
export async function listCityIdeas(db: Read, reader: Reader, me: string, themes: readonly string[]): Promise<CityIdea[]> {
  if (themes.length === 0) return [];
  const { rows } = await sql<CityIdea>`
    with work as materialized (
      select s.id, s.kind, s.slug, s.title, s.themes from sheets s where s.kind in ('partnership', 'action') and s.themes && ${[...themes]}::text[] and ${visibleTo(reader, 's')}
        and not exists (select 1 from sheet_links o where o.from_id = s.id and o.to_id = ${me}::uuid and o.role in ('french', 'holder'))),
    there as (
      select f.to_id as city, w.* from work w join sheet_links f on f.from_id = w.id and f.role in ('foreign', 'partner') join territories t on t.sheet_id = f.to_id and t.side = 'foreign')
    select c.id, c.kind, c.slug, c.title, c.countries[1] as country,
      (select array_agg(distinct theme order by theme) from there x cross join unnest(x.themes) theme where x.city = c.id and theme = any(${[...themes]}::text[])) as themes,
      (select json_agg(distinct jsonb_build_object('id', b.id, 'kind', b.kind, 'slug', b.slug, 'title', b.title)) from there x join sheet_links l on l.from_id = x.id and l.role in ('french', 'holder') join sheets b on b.id = l.to_id and ${visibleTo(reader, 'b')} where x.city = c.id) as french,
      (select json_agg(distinct jsonb_build_object('kind', x.kind, 'slug', x.slug, 'title', x.title)) from there x where x.city = c.id) as sheets
    from sheets c where c.id in (select city from there) and ${visibleTo(reader, 'c')}
      and not exists (select 1 from sheet_links o join sheet_links f on f.from_id = o.from_id and f.role in ('foreign', 'partner') and f.to_id = c.id where o.to_id = ${me}::uuid and o.role in ('french', 'holder'))
    order by cardinality((select array_agg(distinct theme) from there x cross join unnest(x.themes) theme where x.city = c.id and theme = any(${[...themes]}::text[]))) desc, c.title limit 20`.execute(db);
  return rows.filter((row) => row.french?.length);
}

export interface Convergence extends Body {
  /** Shared with the body: partners abroad, countries, themes. */
  partners: Body[];
  countries: string[];
  themes: string[];
  /** Its sheets that say so. */
  sheets: { kind: string; slug: string; title: string }[];
}

/**
 * R068: organisations of a territory (their seat is there, or in what is inside it) that work with the same partner abroad,
 * or in the same country on the same theme. A country alone is no convergence.
 */
export async function listConvergences(db: Read, reader: Reader, me: string): Promise<Convergence[]> {
  const { rows } = await sql<Convergence>`
    with mine as materialized (
      select w.id, w.countries, w.themes from sheet_links l join sheets w on w.id = l.from_id and w.kind in ('partnership', 'action') and w.merged_into is null and ${visibleTo(reader, 'w')}
      where l.to_id = ${me}::uuid and l.role in ('french', 'holder') and (w.kind = 'action' or w.phase is distinct from 'ended')),
    actors as materialized (
      select distinct p.sheet_id as id from sheet_places p join sheets o on o.id = p.sheet_id and o.kind = 'organisation' and ${visibleTo(reader, 'o')} join territories t on t.sheet_id = p.territory_id
      where p.position = 0 and ${me}::uuid in (t.sheet_id, t.intercommunality_id, t.department_id, t.region_id)),
    theirs as materialized (
      select a.id as actor, w.id, w.kind, w.slug, w.title, w.countries, w.themes from actors a join sheet_links l on l.to_id = a.id and l.role in ('holder', 'partner', 'french')
      join sheets w on w.id = l.from_id and w.kind in ('action', 'partnership') and ${visibleTo(reader, 'w')} where w.id not in (select id from mine)),
    cities as (select m.id, f.to_id as city from mine m join sheet_links f on f.from_id = m.id and f.role in ('foreign', 'partner') join territories t on t.sheet_id = f.to_id and t.side = 'foreign'),
    met as (
      select t.actor, t.id, t.kind, t.slug, t.title, array(select distinct c.city from cities c join sheet_links f on f.from_id = t.id and f.to_id = c.city) as cities,
        array(select distinct iso from mine m cross join unnest(m.countries) iso where iso <> 'FR' and iso = any(t.countries) and m.themes && t.themes) as countries,
        array(select distinct theme from mine m cross join unnest(m.themes) theme where theme = any(t.themes) and (m.countries && array_remove(t.countries, 'FR'))) as themes
      from theirs t)
    select o.id, o.kind, o.slug, o.title,
      (select coalesce(json_agg(distinct jsonb_build_object('id', s.id, 'kind', s.kind, 'slug', s.slug, 'title', s.title)), '[]') from met x join sheets s on s.id = any(x.cities) where x.actor = o.id) as partners,
      array(select distinct iso from met x cross join unnest(x.countries) iso where x.actor = o.id) as countries,
      array(select distinct theme from met x cross join unnest(x.themes) theme where x.actor = o.id) as themes,
      (select json_agg(distinct jsonb_build_object('kind', x.kind, 'slug', x.slug, 'title', x.title)) from met x where x.actor = o.id and (x.cities <> '{}' or x.countries <> '{}')) as sheets
    from sheets o where o.id in (select actor from met where cities <> '{}' or countries <> '{}') order by o.title limit 40`.execute(db);
  return rows;
}
