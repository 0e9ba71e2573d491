import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { Changes } from '~/platform/events/index.ts';
import { countryName } from '~/reference/index.ts';
import { labelOfType, patchSheet, recordChange, type ActSpec, type Choice, type Input, type Values } from '~/sheets/index.ts';
import { isForeign } from './queries.ts';
import { foreignTypes } from './types.ts';

const zones: readonly Choice[] = Intl.supportedValuesOf('timeZone').map((zone) => [zone, zone.replaceAll('_', ' ').replace('/', ' / ')] as const);

/** What no code list says of a place abroad: its name, its nature, its point, its hour, its people (R003, R004). */
export const locate: ActSpec = {
  name: 'situer',
  fields: [
    { name: 'nom', type: 'text', required: true },
    { name: 'nature', type: 'select', choices: async (_db, _id, lang) => foreignTypes.map((type) => [type, labelOfType('territory', type, lang) ?? type] as const), required: true },
    { name: 'pays', type: 'countries', required: true },
    { name: 'latitude', type: 'number' },
    { name: 'longitude', type: 'number' },
    { name: 'fuseau', type: 'select', choices: async () => [...zones] },
    { name: 'population', type: 'number', sourced: true },
    { name: 'annee_population', type: 'number' },
  ],
  has: isForeign,
  read: (db, sheetId) => readLocation(db, sheetId),
  async run(tx, actor, sheetId, input) {
    const [lat, lon] = [input.number('latitude'), input.number('longitude')];
    if ((lat === null) !== (lon === null)) return { refused: 'place-both', field: lat === null ? 'latitude' : 'longitude' };
    if (lat !== null && Math.abs(lat) > 90) return { refused: 'place-latitude', field: 'latitude' };
    if (lon !== null && Math.abs(lon) > 180) return { refused: 'place-longitude', field: 'longitude' };
    const people = input.number('population');
    if (people !== null && (!Number.isInteger(people) || people < 0 || people > 50_000_000)) return { refused: 'population-number', field: 'population' };
    const before = await readLocation(tx, sheetId);
    if (people !== null && String(people) !== before.population?.[0] && !input.source('population')) return { refused: 'source-needed', field: 'population' };
    if (input.text('pays') === 'FR') return { refused: 'place-france', field: 'pays' };
    await writeLocation(tx, sheetId, input, lat, lon);
    const changes = compare(before, await readLocation(tx, sheetId));
    if (!Object.keys(changes).length) return { refused: 'nothing-changed', field: 'nom' };
    await recordChange(tx, actor, sheetId, 'updated', changes);
    return null;
  },
};

async function readLocation(db: Read, sheetId: string): Promise<Values> {
  const row = await db
    .selectFrom('sheets')
    .innerJoin('territories', 'territories.sheet_id', 'sheets.id')
    .leftJoin('sheet_places', (on) => on.onRef('sheet_places.sheet_id', '=', 'sheets.id').on('sheet_places.position', '=', 0))
    .select(['title', 'type', 'countries', 'lat', 'lon', 'time_zone', 'population', 'population_year'])
    .where('sheets.id', '=', sheetId)
    .executeTakeFirstOrThrow();
  const one = (value: string | number | null) => (value === null ? [] : [String(value)]);
  return {
    nom: [row.title], nature: one(row.type), pays: row.countries.slice(0, 1), latitude: one(row.lat), longitude: one(row.lon),
    fuseau: one(row.time_zone), population: one(row.population), annee_population: one(row.population_year),
  };
}

async function writeLocation(tx: Tx, sheetId: string, input: Input, lat: number | null, lon: number | null): Promise<void> {
  const [title, country] = [input.text('nom')!, input.text('pays')!];
  await patchSheet(tx, sheetId, { title, type: input.text('nature'), countries: [country], context: countryName(country, 'fr') });
  await tx
    .updateTable('territories')
    .set({
      time_zone: input.text('fuseau'), population: input.number('population'), population_year: input.text('annee_population'),
      position_basis: lat === null ? null : 'exact',
    })
    .where('sheet_id', '=', sheetId)
    .execute();
  // Threads start from the copy that each partnership keeps of its ends.
  await sql`update sheet_places set lat = ${lat}::float8, lon = ${lon}::float8, approximate = false
    where territory_id = ${sheetId}::uuid or (sheet_id = ${sheetId}::uuid and position = 0)`.execute(tx);
  await tx
    .insertInto('sheet_places')
    .values({ sheet_id: sheetId, position: 0, role: 'at', territory_id: null, label: title, lat, lon, approximate: false })
    .onConflict((oc) => oc.columns(['sheet_id', 'position']).doNothing())
    .execute();
}

function compare(before: Values, after: Values): Changes {
  const differ = Object.keys(after).filter((name) => before[name]?.join() !== after[name]?.join());
  return Object.fromEntries(differ.map((name) => [name, [before[name]?.[0] ?? null, after[name]?.[0] ?? null]]));
}
