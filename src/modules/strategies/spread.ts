import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

/** `[part, whole]` pairs: a country in a zone, a theme under another. */
export type Nesting = readonly (readonly [part: string, whole: string])[];

export interface Count {
  key: string;
  n: number;
}

export interface Spread {
  /** Actions that serve the strategy, each once. */
  total: number;
  byObjective: { number: number; n: number }[];
  byZone: Count[];
  noZone: number;
  byTheme: Count[];
  noTheme: number;
  cross: { zone: string; number: number; n: number }[];
}

/** How the actions of a strategy spread, counted by the database at each reading. */
export async function getSpread(db: Read, reader: Reader, strategyId: string, nestings: { zones: Nesting; themes: Nesting }): Promise<Spread> {
  const [objectives, zones, themes] = await Promise.all([
    countByObjective(db, reader, strategyId),
    countByZone(db, reader, strategyId, nestings.zones),
    countByTheme(db, reader, strategyId, nestings.themes),
  ]);
  return { ...objectives, ...zones, ...themes };
}

function acts(reader: Reader, strategyId: string) {
  return sql`acts as (
    select o.number, a.id, a.countries, a.themes
    from objectives o
    join sheets os on os.id = o.sheet_id and ${visibleTo(reader, 'os')}
    join objective_actions oa on oa.objective_id = o.sheet_id
    join sheets a on a.id = oa.action_id
    where o.strategy_id = ${strategyId} and ${visibleTo(reader, 'a')})`;
}

function pairs(nesting: Nesting) {
  return sql`unnest(${nesting.map(([part]) => part)}::text[], ${nesting.map(([, whole]) => whole)}::text[])`;
}

async function countByObjective(db: Read, reader: Reader, strategyId: string): Promise<Pick<Spread, 'total' | 'byObjective'>> {
  const { rows } = await sql<{ number: number | null; n: number }>`
    with ${acts(reader, strategyId)}
    select number, count(distinct id)::int as n from acts group by grouping sets ((number), ()) order by number nulls last`.execute(db);
  return {
    total: rows.find((row) => row.number === null)?.n ?? 0,
    byObjective: rows.flatMap((row) => (row.number === null ? [] : [{ number: row.number, n: row.n }])),
  };
}

/** The zones of the countries named, home aside, and the zones that a source names without a country. */
async function countByZone(db: Read, reader: Reader, strategyId: string, nesting: Nesting): Promise<Pick<Spread, 'byZone' | 'noZone' | 'cross'>> {
  const { rows } = await sql<{ zone: string | null; number: number | null; n: number; of_zone: number; of_number: number }>`
    with ${acts(reader, strategyId)},
    zoned as (
      select acts.number, acts.id, pair.zone
      from acts join ${pairs(nesting)} as pair (country, zone) on pair.country = any(acts.countries) and pair.country <> 'FR'
      union
      select acts.number, acts.id, f.value from acts join sheet_facts f on f.sheet_id = acts.id and f.field = 'zone'
    )
    select zone, number, count(distinct id)::int as n, grouping(zone) as of_zone, grouping(number) as of_number
    from (select acts.number, acts.id, zoned.zone from acts left join zoned on zoned.id = acts.id and zoned.number = acts.number) one
    group by grouping sets ((zone), (zone, number))`.execute(db);
  const totals = rows.filter((row) => row.of_number === 1);
  return {
    byZone: totals.flatMap((row) => (row.zone === null ? [] : [{ key: row.zone, n: row.n }])),
    noZone: totals.find((row) => row.zone === null)?.n ?? 0,
    cross: rows.flatMap((row) => (row.of_number === 0 && row.zone !== null ? [{ zone: row.zone, number: row.number!, n: row.n }] : [])),
  };
}

/** A theme counts what its sub-themes count, each action once. */
async function countByTheme(db: Read, reader: Reader, strategyId: string, nesting: Nesting): Promise<Pick<Spread, 'byTheme' | 'noTheme'>> {
  const { rows } = await sql<{ theme: string | null; n: number }>`
    with ${acts(reader, strategyId)},
    themed as (
      select acts.id, theme from acts, unnest(acts.themes) as theme
      union
      select acts.id, pair.whole from acts join ${pairs(nesting)} as pair (part, whole) on pair.part = any(acts.themes)
    )
    select theme, count(distinct one.id)::int as n
    from (select acts.id, themed.theme from acts left join themed on themed.id = acts.id) one
    group by theme order by n desc, theme`.execute(db);
  return {
    byTheme: rows.flatMap((row) => (row.theme === null ? [] : [{ key: row.theme, n: row.n }])),
    noTheme: rows.find((row) => row.theme === null)?.n ?? 0,
  };
}
