import { sql, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent } from '~/platform/events/index.ts';
import { buildAuthorities } from './build.ts';
import { readCog } from './read.ts';
import type { AuthorityRow } from './rows.ts';

const step = 3000;

/** Reference data, so set-based: nobody edited it, one event tells of all of it. */
export async function loadAuthorities(tx: Tx, progress: (done: number, total: number) => void): Promise<void> {
  const rows = buildAuthorities(await readCog());
  const rebuild = await setChecksAside(tx);
  for (let at = 0; at < rows.length; at += step) {
    await insertSheets(tx, rows.slice(at, at + step));
    progress(Math.min(at + step, rows.length), rows.length + 1);
  }
  await insertTerritories(tx, rows);
  await rebuild();
  // Without it the parts that follow are planned as for empty tables.
  await sql`analyze sheets, sheet_names, sheet_places, territories`.execute(tx);
  await recordEvent(tx, { name: 'territory.loaded', actor: instance, changes: { authorities: [0, rows.length] } });
  progress(rows.length, rows.length);
}

async function insertSheets(tx: Tx, rows: AuthorityRow[]): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({
    ...row,
    // Ten times more people come one step earlier among homonyms.
    weight: Math.log10((row.population ?? 0) + 1),
    words: row.names.map(({ name }) => name).join(' ') || null,
    // An agent types the postal code of her commune.
    codes: row.postal.join(' ') || null,
    approximate: row.basis !== 'exact',
  })));
  await sql`
    with given as (
      select r.*, nextval(pg_get_serial_sequence('sheets', 'num'))::integer as num
      from json_to_recordset(${json}::json) as r(id uuid, type text, slug text, title text, context text, weight real, words text, codes text)
    )
    insert into sheets (id, num, kind, type, slug, title, context, body, countries, weight, territories, search)
      overriding system value
    select id, num, 'territory', type, slug, title, context, codes, '{FR}', weight, array[num], sheet_vector(title, context, null, codes, words) from given`.execute(tx);
  await sql`
    insert into sheet_names (sheet_id, name, kind)
    select r.id, n.name, n.kind
    from json_to_recordset(${json}::json) as r(id uuid, title text, names json)
    cross join lateral (select r.title as name, 'title' as kind union all select * from json_to_recordset(r.names) as x(name text, kind text)) n`.execute(tx);
  await sql`
    insert into sheet_places (sheet_id, position, role, territory_id, label, lat, lon, approximate)
    select id, 0, 'at', id, title, lat, lon, approximate
    from json_to_recordset(${json}::json) as r(id uuid, title text, lat float8, lon float8, approximate boolean)
    where lat is not null`.execute(tx);
}

/** After all sheets: a commune's département may come later in the list. */
async function insertTerritories(tx: Tx, rows: AuthorityRow[]): Promise<void> {
  const json = JSON.stringify(rows.map(({ names: _names, ...row }) => row));
  await sql`
    insert into territories (sheet_id, side, insee, siren, geonames_id, population, population_year, time_zone,
      intercommunality_id, department_id, region_id, postal_codes, position_basis)
    select id, 'french', insee, siren, geonames, population, year, zone, intercommunality, department, region, postal, basis
    from json_to_recordset(${json}::json) as r(id uuid, insee text, siren text, geonames integer, population integer, year text, zone text,
      intercommunality uuid, department uuid, region uuid, postal text[], basis text)`.execute(tx);
  await sql`
    insert into sheet_sources (id, sheet_id, document_id, position)
    select gen_random_uuid(), sheet_id, 'cog-2026', 0 from territories where side = 'french'
    union all
    select gen_random_uuid(), sheet_id, 'geonames', 1 from territories where side = 'french' and position_basis = 'exact'`.execute(tx);
}

const tables = ['sheets', 'sheet_names', 'sheet_places', 'sheet_sources', 'territories'];

/**
 * Indexes are built and keys checked at once, which is three times faster than row by row: a first start waits for it.
 * Only before anything else is there.
 */
async function setChecksAside(tx: Tx): Promise<() => Promise<void>> {
  const { rows: [any] } = await sql`select 1 from sheets limit 1`.execute(tx);
  if (any) return async () => {};
  await sql`select set_config('maintenance_work_mem', '256MB', true)`.execute(tx);
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = any(${tables}::regclass[]) and not i.indisunique`.execute(tx);
  const { rows: keys } = await sql<{ place: string; name: string; definition: string }>`
    select conrelid::regclass::text as place, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid = any(${tables}::regclass[]) and contype = 'f'`.execute(tx);
  for (const { place, name } of keys) await sql`alter table ${sql.table(place)} drop constraint ${sql.ref(name)}`.execute(tx);
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(tx);
  return async () => {
    for (const { definition } of indexes) await sql.raw(definition).execute(tx);
    for (const { place, name, definition } of keys) await sql`alter table ${sql.table(place)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(tx);
  };
}
