import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Reader } from '~/sheets/index.ts';

/** That a claim `c` is one that this network answers for: its territory, or what it lies within, is in the network's area. */
const within = (network: string) => sql<boolean>`exists (
  select 1 from network_areas a left join territories t on t.sheet_id = coalesce(c.sheet_id, c.area_id)
  where a.network_id = ${network}::uuid and a.territory_id in (t.sheet_id, t.intercommunality_id, t.department_id, t.region_id))`;

/** Which claims `c` a reader answers for: an administrator all, a network's animator those of its area. */
export function answeredBy({ acting }: Reader) {
  if (acting?.role === 'administrator') return sql<boolean>`true`;
  return acting?.role === 'animator' && acting.body?.kind === 'network' ? within(acting.body.id) : sql<boolean>`false`;
}

export interface Area {
  networkId: string;
  network: string;
  networkSlug: string;
  territoryId: string;
  territory: string;
}

export async function listAreas(db: Read): Promise<Area[]> {
  const { rows } = await sql<Area>`
    select a.network_id as "networkId", n.title as network, n.slug as "networkSlug", a.territory_id as "territoryId", t.title as territory
    from network_areas a join sheets n on n.id = a.network_id join sheets t on t.id = a.territory_id order by n.title, t.title`.execute(db);
  return rows;
}

/** Networks that answer for a territory. */
export async function listNetworksFor(db: Read, territoryId: string): Promise<{ id: string; title: string; slug: string }[]> {
  const { rows } = await sql<{ id: string; title: string; slug: string }>`
    select distinct n.id, n.title, n.slug from network_areas a join sheets n on n.id = a.network_id join territories t on t.sheet_id = ${territoryId}::uuid
    where a.territory_id in (t.sheet_id, t.intercommunality_id, t.department_id, t.region_id)
      and exists (select 1 from mandates m where m.body_id = n.id and m.role = 'animator' and m.ended_at is null and (m.until is null or m.until >= current_date))
    order by n.title`.execute(db);
  return rows;
}

export interface Place {
  id: string;
  title: string;
  code: string | null;
}

/** Départements and regions: where a missing authority is, what a network answers for. */
export async function listLargeScales(db: Read, types: readonly string[] = ['departement', 'region', 'collectivite_unique', 'collectivite_europeenne', 'collectivite_outre_mer']): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select s.id, s.title, t.insee as code from sheets s join territories t on t.sheet_id = s.id
    where s.kind = 'territory' and s.merged_into is null and s.type = any(${[...types]}::text[]) order by t.insee nulls last, s.title`.execute(db);
  return rows;
}

/** False when one of the two is not what it should be, or it is so already. */
export async function addArea(tx: Tx, actor: Actor, networkId: string, territoryId: string): Promise<boolean> {
  const { rows } = await sql<{ territory: string }>`
    insert into network_areas (network_id, territory_id)
    select n.id, t.id from sheets n, sheets t where n.id = ${networkId}::uuid and n.kind = 'network' and t.id = ${territoryId}::uuid and t.kind = 'territory'
    on conflict do nothing returning (select title from sheets where id = territory_id) as territory`.execute(tx);
  if (rows[0]) await recordEvent(tx, { name: 'network.area', sheetId: networkId, actor, changes: { territoire: [null, rows[0].territory] } });
  return rows.length > 0;
}

export async function removeArea(tx: Tx, actor: Actor, networkId: string, territoryId: string): Promise<boolean> {
  const { rows } = await sql<{ territory: string }>`
    delete from network_areas where network_id = ${networkId}::uuid and territory_id = ${territoryId}::uuid
    returning (select title from sheets where id = territory_id) as territory`.execute(tx);
  if (rows[0]) await recordEvent(tx, { name: 'network.area', sheetId: networkId, actor, changes: { territoire: [rows[0].territory, null] } });
  return rows.length > 0;
}
