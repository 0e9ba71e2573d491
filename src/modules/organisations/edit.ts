import { contactFields, nameFields, namesOf, readContact, readNames, writeContact } from '~/modules/territories/index.ts';
import type { Read } from '~/platform/db/index.ts';
import { labelOfType, patchSheet, type EditSpec, type FieldSpec, type Place } from '~/sheets/index.ts';
import { types } from './rules.ts';

/** What is asked of an organisation, new or corrected. */
export const mainFields: readonly FieldSpec[] = [
  { name: 'nom', type: 'text', required: true, group: 'presentation' },
  { name: 'nature', type: 'select', required: true, group: 'presentation', choices: async (_db, _id, lang) => types.map((type) => [type, labelOfType('organisation', type, lang) ?? type] as const) },
  { name: 'presentation', type: 'textarea', max: 600, group: 'presentation', sourced: true },
  { name: 'themes', type: 'themes', group: 'presentation' },
  { name: 'siege', type: 'sheets', of: ['territory'], group: 'presentation' },
  { name: 'pays', type: 'countries', group: 'presentation' },
];

export const edit: EditSpec = {
  fields: [...mainFields, ...contactFields, ...nameFields],
  async read(db, sheetId) {
    const row = await db.selectFrom('sheets').select(['title', 'type', 'summary', 'themes', 'countries']).where('id', '=', sheetId).executeTakeFirstOrThrow();
    const seat = await db.selectFrom('sheet_places').select('territory_id').where('sheet_id', '=', sheetId).where('position', '=', 0).executeTakeFirst();
    return {
      nom: [row.title], nature: row.type ? [row.type] : [], presentation: row.summary ? [row.summary] : [], themes: row.themes,
      siege: seat?.territory_id ? [seat.territory_id] : [], pays: row.countries.slice(0, 1),
      ...(await readContact(db, sheetId)),
      ...(await readNames(db, sheetId)),
    };
  },
  async write(tx, _actor, sheetId, input, changed) {
    const refused = await writeContact(tx, sheetId, input);
    if (refused) return refused;
    const seat = input.text('siege');
    await patchSheet(tx, sheetId, {
      title: input.text('nom')!, type: input.text('nature'), summary: input.text('presentation'), themes: input.list('themes'),
      names: await namesOf(tx, sheetId, input, changed),
      ...(changed.has('pays') ? { countries: input.list('pays') } : {}),
      ...(changed.has('siege') ? { places: seat ? [await seatAt(tx, seat)] : [] } : {}),
    });
    return null;
  },
};

/** Its point on the map is its city's. */
export async function seatAt(db: Read, territoryId: string): Promise<Place> {
  const row = await db
    .selectFrom('sheets')
    .leftJoin('sheet_places', (on) => on.onRef('sheet_places.sheet_id', '=', 'sheets.id').on('sheet_places.position', '=', 0))
    .select(['title', 'lat', 'lon'])
    .where('sheets.id', '=', territoryId)
    .executeTakeFirstOrThrow();
  return { role: 'at', territoryId, label: row.title, lat: row.lat, lon: row.lon, approximate: true };
}
