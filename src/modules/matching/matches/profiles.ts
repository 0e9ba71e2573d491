import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import { speaks } from '../speaking.ts';
import { rootOf } from './encode.ts';
import type { Profile } from './types.ts';

/** Years after which an action that is over no longer says where a member works. */
const workYears = 3;

/**
 * Who is put side by side: French authorities and organisations that somebody speaks for here, that belong to a network
 * followed here, or that answered the census. All, or these.
 */
const membersAmong = (ids: readonly string[] | null) => sql`
  select s.id from sheets s left join territories t on t.sheet_id = s.id
  where s.id in (
      select m.body_id from mandates m where ${speaks}
      union select l.to_id from sheet_links l join sheets n on n.id = l.from_id and n.kind = 'network' where l.role = 'member'
      union select body_id from census_answers)
    and s.merged_into is null and s.visibility in ('public', 'members') and (s.kind = 'organisation' or (s.kind = 'territory' and t.side = 'french'))
    ${ids === null ? sql`` : sql`and s.id = any(${[...ids]}::uuid[])`}`;

interface Row {
  id: string;
  partners: string[];
  countries: string[];
  yearThemes: string[];
  seeks: string[];
  offers: string[];
  population: number | null;
  lat: number | null;
  lon: number | null;
}

/** Reads members again from their sheets and their census, in one question, and keeps what the comparison knows of them. */
export async function updateProfiles(tx: Tx, ids: readonly string[] | null, today: string): Promise<void> {
  const year = Number(today.slice(0, 4));
  if (ids === null) await sql`delete from match_profiles`.execute(tx);
  else await sql`delete from match_profiles where body_id = any(${[...ids]}::uuid[])`.execute(tx);
  const { rows } = await sql<Row>`
    with members as materialized (${membersAmong(ids)}),
    work as materialized (
      select l.to_id as body, w.id, w.kind, w.countries, w.themes, w.phase, w.start_date, w.end_date from sheet_links l join sheets w on w.id = l.from_id
      where l.to_id in (select id from members) and ((w.kind = 'partnership' and l.role = 'french') or (w.kind = 'action' and l.role = 'holder'))
        and w.visibility in ('public', 'members') and w.merged_into is null
        and (w.phase is distinct from 'ended' or (w.kind = 'action' and left(coalesce(w.end_date, w.start_date), 4)::integer >= ${year - workYears}))),
    abroad as materialized (
      select distinct work.body, f.to_id as partner, p.countries from work join sheet_links f on f.from_id = work.id and f.role in ('foreign', 'partner')
      join territories t on t.sheet_id = f.to_id and t.side = 'foreign' join sheets p on p.id = f.to_id and p.visibility = 'public' and p.merged_into is null),
    somewhere as (select body, unnest(countries) as iso from work union select body, unnest(countries) from abroad),
    this_year as (
      select body, unnest(themes) as theme from work where kind = 'action' and themes <> '{}'
        and (phase = 'ongoing' or ${year} between left(start_date, 4)::integer and left(coalesce(end_date, start_date), 4)::integer)),
    -- each gathered once and joined: looked up member by member, five thousand of them take minutes
    with_partners as (select body, array_agg(partner order by partner) as list from abroad group by body),
    with_countries as (select body, array_agg(iso order by iso) as list from somewhere where iso <> 'FR' group by body),
    with_themes as (select body, array_agg(distinct theme) as list from this_year group by body),
    answers as (select body_id as body, array_agg(theme) filter (where seeks) as seeks, array_agg(theme) filter (where offers) as offers from interests group by body_id)
    select m.id, t.population, p.lat, p.lon, coalesce(wp.list, '{}') as partners, coalesce(wc.list, '{}') as countries, coalesce(wt.list, '{}') as "yearThemes",
      coalesce(answers.seeks, '{}') as seeks, coalesce(answers.offers, '{}') as offers
    from members m left join with_partners wp on wp.body = m.id left join with_countries wc on wc.body = m.id left join with_themes wt on wt.body = m.id left join answers on answers.body = m.id
    left join territories t on t.sheet_id = m.id left join sheet_places p on p.sheet_id = m.id and p.position = 0`.execute(tx);
  const roots = (themes: string[]) => [...new Set(themes.map(rootOf))].sort();
  const kept = rows.map((row) => ({ ...row, yearThemes: roots(row.yearThemes), seeks: roots(row.seeks), offers: roots(row.offers) }));
  await sql`
    insert into match_profiles (body_id, partners, countries, year_themes, seeks, offers, population, lat, lon)
    select id, partners, countries, "yearThemes", seeks, offers, population, lat, lon
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as r(id uuid, partners uuid[], countries text[], "yearThemes" text[], seeks text[], offers text[], population integer, lat double precision, lon double precision)`.execute(tx);
}

/** All that is kept, in the order of ids. */
export async function listProfiles(db: Read): Promise<Profile[]> {
  const [{ rows }, lessons] = await Promise.all([
    sql<Omit<Profile, 'lessons'>>`select body_id as id, partners, countries, year_themes as "yearThemes", seeks, offers, population, lat, lon from match_profiles order by body_id`.execute(db),
    listLessons(db),
  ]);
  return rows.map((row) => ({ ...row, lessons: lessons.get(row.id) ?? {} }));
}

async function listLessons(db: Read): Promise<Map<string, Profile['lessons']>> {
  const { rows } = await sql<{ id: string; lessons: Profile['lessons'] }>`
    select body_id as id, jsonb_object_agg(reason, n) as lessons
    from (select body_id, reason, count(*)::integer as n from match_refusals where reason is not null group by body_id, reason) r group by body_id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.lessons]));
}

/** Countries of every partner abroad that some member has. */
export async function listPartnerCountries(db: Read): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; countries: string[] }>`
    select id, countries from sheets where id in (select distinct unnest(partners) from match_profiles)`.execute(db);
  return new Map(rows.map((row) => [row.id, row.countries]));
}

export async function listHidden(db: Read): Promise<(readonly [string, string])[]> {
  const rows = await db.selectFrom('match_refusals').select(['body_id', 'other_id']).execute();
  return rows.map((row) => [row.body_id, row.other_id] as const);
}
