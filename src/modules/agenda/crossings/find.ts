import { sql, type Tx } from '~/platform/db/index.ts';
import { tellAccounts } from '~/sheets/index.ts';
import { listAccountsOf } from '~/modules/accounts/index.ts';
import { countryName } from '~/reference/index.ts';
import { paths } from '../paths.ts';

/** Year alone is too vague to travel together; a month lasts from its first day to its last. */
const first = sql`case s.start_precision when 'day' then s.start_date::date else (s.start_date || '-01')::date end`;
const last = sql`case coalesce(s.end_precision, s.start_precision) when 'day' then coalesce(s.end_date, s.start_date)::date
  else ((coalesce(s.end_date, s.start_date) || '-01')::date + interval '1 month' - interval '1 day')::date end`;

/** The kinds of moves: a trip, a meeting abroad that one invites to or is registered for, a delegation that one receives. */
const moves = (today: string) => sql`
  select s.id, m.body_id, ${first} as first, ${last} as last, array_remove(s.countries, 'FR') as countries, m.territories
  from sheets s join lateral (
    select s.owner_id as body_id, array(select p.territory_id from sheet_places p where p.sheet_id = s.id and p.role = 'to' and p.territory_id is not null) as territories
      where s.kind in ('visit', 'mission') and s.type is distinct from 'hosted' and s.state in ('planned', 'accepted')
    union all
    select s.owner_id, array(select l.to_id from sheet_links l where l.from_id = s.id and l.role = 'partner') where s.kind = 'visit' and s.type = 'hosted' and s.state in ('planned', 'accepted')
    union all
    select b.body_id, array(select p.territory_id from sheet_places p where p.sheet_id = s.id and p.role = 'at' and p.territory_id is not null)
      from (select l.to_id as body_id from sheet_links l where l.from_id = s.id and l.role = 'organiser'
        union select r.body_id from registrations r where r.meeting_id = s.id and r.state = 'registered' and r.body_id is not null) b
      where s.kind = 'event' and s.state in ('planned', 'confirmed', 'open')
  ) m on m.body_id is not null
  where s.kind in ('visit', 'mission', 'event') and s.start_precision in ('day', 'month') and coalesce(s.end_precision, 'day') in ('day', 'month') and s.merged_into is null
    and s.visibility in ('public', 'members') and cardinality(array_remove(s.countries, 'FR')) > 0
    and coalesce(s.end_date, s.start_date) >= ${today.slice(0, 7)}`;

interface Found {
  sheet_id: string; other_id: string; body_id: string; other_body_id: string; country: string | null; place: string | null; slug: string; other_slug: string;
}

/**
 * R090: finds pairs that nobody was told of, writes them and tells both bodies, once. Both have said that they want to be
 * told, and the days between the two are within the narrower of their windows.
 */
export async function tellCrossings(tx: Tx, today: string, sheetId?: string): Promise<number> {
  const { rows } = await sql<Found>`
    with moves as materialized (select distinct m.*, w.weeks from (${moves(today)}) m join crossing_windows w on w.body_id = m.body_id and w.weeks is not null where m.last >= ${today}::date),
    pairs as (
      select a.id as sheet_id, b.id as other_id, a.body_id, b.body_id as other_body_id,
        (select t from unnest(a.territories) t where t = any(b.territories) limit 1) as territory_id,
        (select c from unnest(a.countries) c where c = any(b.countries) limit 1) as country
      from moves a join moves b on a.id < b.id and a.body_id <> b.body_id and a.countries && b.countries
        and greatest(a.first - b.last, b.first - a.last, 0) <= least(a.weeks, b.weeks) * 7
      ${sheetId ? sql`where ${sheetId}::uuid in (a.id, b.id)` : sql``}),
    told as (
      insert into crossings (sheet_id, other_id, body_id, other_body_id, territory_id, country)
      select sheet_id, other_id, body_id, other_body_id, territory_id, country from pairs on conflict do nothing returning *)
    select told.*, t.title as place from told left join sheets t on t.id = told.territory_id and t.visibility = 'public'`.execute(tx);
  for (const pair of rows) {
    await tell(tx, pair, pair.body_id, pair.other_id);
    await tell(tx, pair, pair.other_body_id, pair.sheet_id);
  }
  return rows.length;
}

async function tell(tx: Tx, pair: Found, bodyId: string, sheetId: string): Promise<void> {
  const accounts = [...new Set((await listAccountsOf(tx, bodyId)).map(({ id }) => id))];
  const label = pair.place ?? countryName(pair.country!, 'fr');
  await tellAccounts(tx, { name: 'agenda.crossing', sheetId, actor: { name: 'agenda' } }, { accounts, path: paths.crossings.href({}), label, quiet: true });
}
