import type { Read } from '~/platform/db/index.ts';
import { findBody, type Place, type Reader } from '~/sheets/index.ts';

/** Where something takes place: a territory that has its sheet here, with its hour. */
export interface Spot {
  id: string;
  title: string;
  countries: string[];
  timeZone: string | null;
  place: Place;
}

/** The territory that words name without doubt: « Shizuoka », « Bordeaux, salle des mariages ». Undefined: none, or several. */
export async function findSpot(db: Read, reader: Reader, typed: string): Promise<Spot | undefined> {
  const [first] = typed.split(/[,(]/);
  const body = (await findBody(db, reader, typed, ['territory'])) ?? (first ? await findBody(db, reader, first, ['territory']) : undefined);
  return body && getSpot(db, body.id, typed);
}

/** @param label the place as people write it; the territory's name when nothing is said */
export async function getSpot(db: Read, territoryId: string, label?: string): Promise<Spot> {
  const row = await db
    .selectFrom('sheets')
    .leftJoin('territories', 'territories.sheet_id', 'sheets.id')
    .leftJoin('sheet_places', (on) => on.onRef('sheet_places.sheet_id', '=', 'sheets.id').on('sheet_places.position', '=', 0))
    .select(['sheets.id', 'sheets.title', 'sheets.countries', 'territories.time_zone', 'lat', 'lon', 'approximate'])
    .where('sheets.id', '=', territoryId)
    .executeTakeFirstOrThrow();
  return {
    id: row.id, title: row.title, countries: row.countries, timeZone: row.time_zone,
    place: { role: 'at', territoryId: row.id, label: label?.trim() || row.title, lat: row.lat, lon: row.lon, approximate: row.approximate ?? false },
  };
}
