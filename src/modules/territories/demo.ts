import data from '~root/db/demo/territories.json';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { countryName } from '~/reference/index.ts';
import type { NameKind, Visibility, World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import type { PositionBasis } from './authorities/rows.ts';
import { addTerritoryNames, createTerritory, nameCountry } from './commands.ts';
import { findAuthority } from './queries.ts';

interface Named {
  id: string;
  insee?: string;
  siren?: string;
  slug?: string;
  names: string[];
  note?: string;
  toConfirm?: boolean;
  sources: string[];
}

interface Given {
  id: string;
  slug?: string;
  type: string;
  title: string;
  context?: string | null;
  country?: string | null;
  names: string[][];
  geonames?: number;
  lat?: number;
  lon?: number;
  basis?: string;
  timeZone?: string;
  department?: string;
  note?: string;
  visibility?: string;
  toConfirm?: boolean;
  sources: string[];
}

/** The territories of the five documents: French authorities are found by their code, the others are made. */
export async function demo(tx: Tx, world: World): Promise<void> {
  for (const one of data.french as Named[]) {
    const found = await findAuthority(tx, one);
    if (!found) throw new RangeError(`No authority for ${one.id}`);
    world.set('territory', one.id, found.id);
    await addTerritoryNames(tx, instance, found.id, one.names, one.sources.map(parseSeedSource));
    if (one.note) await tx.updateTable('territories').set({ note: one.note }).where('sheet_id', '=', found.id).execute();
    if (one.toConfirm) await tx.updateTable('sheets').set({ to_confirm: true }).where('id', '=', found.id).execute();
  }
  for (const one of data.other as Given[]) await create(tx, world, one, 'french');
  for (const one of data.foreign as Given[]) await create(tx, world, one, 'foreign');
  for (const one of data.namings) await nameCountry(tx, instance, world.id('territory', one.owner), one.country, one.name, parseSeedSource(one.source));
}

async function create(tx: Tx, world: World, given: Given, side: 'french' | 'foreign'): Promise<void> {
  const country = side === 'french' ? 'FR' : (given.country ?? null);
  const department = given.department ? await findAuthority(tx, { insee: given.department }) : undefined;
  const sheet = await createTerritory(tx, instance, {
    type: given.type,
    slug: given.slug ?? given.id,
    title: given.title,
    side,
    country,
    context: side === 'foreign' && country ? countryName(country, 'fr') : (given.context ?? null),
    names: [
      ...given.names.map(([name, kind]) => ({ name: name!, kind: kind as NameKind })),
      ...(given.geonames ? [{ name: String(given.geonames), kind: 'code' as const }] : []),
    ],
    geonamesId: given.geonames,
    lat: given.lat,
    lon: given.lon,
    basis: given.basis as PositionBasis | undefined,
    timeZone: given.timeZone ?? (side === 'french' ? 'Europe/Paris' : undefined),
    departmentId: department?.id,
    regionId: department?.regionId,
    note: given.note,
    visibility: given.visibility as Visibility | undefined,
    toConfirm: given.toConfirm,
    sources: given.sources.map(parseSeedSource),
  });
  world.set('territory', given.id, sheet.id);
}
