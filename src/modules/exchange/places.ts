import type { Tx } from '~/platform/db/index.ts';
import type { Place } from '~/sheets/index.ts';

/** Territories as places, where their own sheet puts them, and the countries that they add to those that were typed. */
export async function buildPlaces(tx: Tx, territoryIds: readonly string[], typed: readonly string[]): Promise<{ places: Place[]; countries: string[] }> {
  if (!territoryIds.length) return { places: [], countries: [...typed] };
  const rows = await tx
    .selectFrom('sheets')
    .leftJoin('sheet_places', (join) => join.onRef('sheet_places.sheet_id', '=', 'sheets.id').on('sheet_places.role', '=', 'at').on('sheet_places.position', '=', 0))
    .select(['sheets.id', 'title', 'countries', 'lat', 'lon', 'approximate'])
    .where('sheets.id', 'in', [...territoryIds])
    .execute();
  return {
    places: rows.map((row) => ({ role: 'at', territoryId: row.id, label: row.title, lat: row.lat, lon: row.lon, approximate: row.approximate ?? false })),
    countries: [...new Set([...typed, ...rows.flatMap((row) => row.countries)])],
  };
}
