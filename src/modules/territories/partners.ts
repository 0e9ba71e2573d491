import type { Read } from '~/platform/db/index.ts';

/** IANA zone of each territory that has one: for the hours between two partners. */
export async function listTimeZones(db: Read, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map();
  const rows = await db.selectFrom('territories').select(['sheet_id', 'time_zone']).where('sheet_id', 'in', [...ids]).where('time_zone', 'is not', null).execute();
  return new Map(rows.map((row) => [row.sheet_id, row.time_zone!]));
}

/** The names that an authority has chosen for some countries: ISO code to name. */
export async function listCountryNamings(db: Read, ownerId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('country_namings').select(['country', 'name']).where('owner_id', '=', ownerId).execute();
  return new Map(rows.map((row) => [row.country, row.name]));
}
