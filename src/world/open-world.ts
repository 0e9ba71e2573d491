import data from '~root/db/demo/territories.json';
import type { Tx } from '~/platform/db/index.ts';
import type { Place, World } from '~/sheets/index.ts';

/** The world of one part: what the parts before it made is read, what it makes is saved with it. */
export interface OpenWorld extends World {
  save(tx: Tx): Promise<void>;
}

interface Spot {
  label: string;
  lat: number | null;
  lon: number | null;
  approximate: boolean;
}

export async function readWorld(tx: Tx): Promise<OpenWorld> {
  const seeds = await tx.selectFrom('world_seeds').select(['kind', 'seed_id', 'sheet_id']).execute();
  const known = new Map(seeds.map((row) => [`${row.kind} ${row.seed_id}`, row.sheet_id]));
  const spots = await readSpots(tx);
  const countries = new Map(Object.entries(data.countries));
  const made: { kind: string; seed_id: string; sheet_id: string }[] = [];

  const find = (kind: string, seedId: string) => known.get(`${kind} ${seedId}`);
  const id = (kind: string, seedId: string) => find(kind, seedId) ?? missing(`No ${kind} ${seedId} in the demonstration world`);
  return {
    find,
    id,
    set(kind, seedId, sheetId) {
      known.set(`${kind} ${seedId}`, sheetId);
      made.push({ kind, seed_id: seedId, sheet_id: sheetId });
    },
    country: (seedId) => countries.get(seedId) ?? missing(`No country ${seedId} in db/demo/territories.json`),
    place(seedId, role): Place {
      const territoryId = id('territory', seedId);
      const spot = spots.get(territoryId) ?? missing(`${seedId} was made in this very part`);
      return { role, territoryId, ...spot };
    },
    async save(tx) {
      if (made.length) await tx.insertInto('world_seeds').values(made).onConflict((oc) => oc.columns(['kind', 'seed_id']).doUpdateSet((eb) => ({ sheet_id: eb.ref('excluded.sheet_id') }))).execute();
    },
  };
}

/** Where each territory of the demonstration is; those that no source places have a label and no coordinates. */
async function readSpots(tx: Tx): Promise<Map<string, Spot>> {
  const rows = await tx
    .selectFrom('world_seeds')
    .innerJoin('sheets', 'sheets.id', 'world_seeds.sheet_id')
    .leftJoin('sheet_places', (join) => join.onRef('sheet_places.sheet_id', '=', 'sheets.id').on('sheet_places.position', '=', 0))
    .select(['sheets.id', 'sheets.title', 'lat', 'lon', 'approximate'])
    .where('world_seeds.kind', '=', 'territory')
    .execute();
  return new Map(rows.map((row) => [row.id, { label: row.title, lat: row.lat, lon: row.lon, approximate: row.approximate ?? false }]));
}

function missing(message: string): never {
  throw new RangeError(message);
}
