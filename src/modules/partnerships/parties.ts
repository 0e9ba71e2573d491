import type { Tx } from '~/platform/db/index.ts';
import type { Place, SheetRef } from '~/sheets/index.ts';
import { refuse, type PartnershipType, type Refusal } from './rules.ts';

export interface Parties {
  /** Sheets of the French authorities; the first one leads. */
  french: readonly string[];
  foreign: readonly string[];
  /** « une collectivité de Madagascar », until the partner has a name. */
  placeholder?: string | null;
  /** When only a country is known. */
  countries?: readonly string[];
}

interface Party {
  id: string;
  slug: string;
  title: string;
  context: string | null;
  countries: string[];
  side: string | null;
  names: string;
  place: Omit<Place, 'role'>;
}

/** What a partnership's sheet takes from its two sides: its name, its address, its thread, what finds it. */
export async function describeParties(tx: Tx, { french, foreign, placeholder, countries = [] }: Parties) {
  const parties = await listParties(tx, [...french, ...foreign]);
  const here = french.map((id) => parties.get(id)!);
  const there = foreign.map((id) => parties.get(id)!);
  const named = (list: Party[]) => list.map((party) => party.title).join(', ');
  return {
    slug: [...here, ...there].map((party) => party.slug).join('-'),
    title: there.length || placeholder ? `${named(here)} – ${there.length ? named(there) : placeholder}` : named(here),
    // « Ashod » finds Bordeaux – Ashdod
    body: [...here, ...there].map((party) => party.names).join(' '),
    context: there[0]?.context ?? null,
    countries: there.length ? [...new Set(there.flatMap((party) => party.countries))] : [...countries],
    places: [...here.map((party) => placeOf(party, 'from')), ...there.map((party) => placeOf(party, 'to'))],
    links: [...french.map((to) => ({ role: 'french', to })), ...foreign.map((to) => ({ role: 'foreign', to }))],
  };
}

/** Each territory stands on its own side. */
export async function checkSides(tx: Tx, { french, foreign }: Parties): Promise<Refusal | null> {
  const ids = [...french, ...foreign];
  if (!ids.length) return null;
  const parties = await listParties(tx, ids);
  const on = (list: readonly string[], side: string) => list.every((id) => parties.get(id)?.side === side);
  return on(french, 'french') && on(foreign, 'foreign') ? null : refuse('parties.side');
}

export interface Double extends SheetRef {
  title: string;
  visibility: string;
  ownerId: string | null;
}

/** One record lives per French authority, foreign territory and kind. */
export async function findDouble(tx: Tx, type: PartnershipType, { french, foreign }: Parties, except?: string): Promise<Double | undefined> {
  if (!foreign.length || !french.length) return undefined;
  const row = await tx
    .selectFrom('sheets')
    .innerJoin('sheet_links as a', 'a.from_id', 'sheets.id')
    .innerJoin('sheet_links as b', 'b.from_id', 'sheets.id')
    .select(['sheets.id', 'sheets.kind', 'sheets.slug', 'sheets.title', 'sheets.visibility', 'sheets.owner_id as ownerId'])
    .where('sheets.kind', '=', 'partnership')
    .where('sheets.type', '=', type)
    .where('sheets.state', '<>', 'ended')
    .where('sheets.merged_into', 'is', null)
    .$if(except !== undefined, (query) => query.where('sheets.id', '<>', except!))
    .where((eb) => eb.and([eb('a.role', '=', 'french'), eb('a.to_id', 'in', french), eb('b.role', '=', 'foreign'), eb('b.to_id', 'in', foreign)]))
    .limit(1)
    .executeTakeFirst();
  return row;
}

async function listParties(tx: Tx, ids: readonly string[]): Promise<Map<string, Party>> {
  const rows = await tx
    .selectFrom('sheets')
    .leftJoin('sheet_places', (join) => join.onRef('sheet_places.sheet_id', '=', 'sheets.id').on('sheet_places.position', '=', 0))
    .leftJoin('territories', 'territories.sheet_id', 'sheets.id')
    .select(['sheets.id', 'slug', 'title', 'context', 'countries', 'side', 'lat', 'lon', 'approximate'])
    .select((eb) =>
      eb.selectFrom('sheet_names').select((e) => e.fn.agg<string>('string_agg', ['name', e.val(' ')]).as('names'))
        .whereRef('sheet_names.sheet_id', '=', 'sheets.id').where('sheet_names.kind', 'not in', ['title', 'code']).as('names'))
    .where('sheets.id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, names: row.names ?? '', place: { territoryId: row.id, label: row.title, lat: row.lat, lon: row.lon, approximate: row.approximate ?? false } },
    ]),
  );
}

function placeOf(party: Party, role: 'from' | 'to'): Place {
  return { ...party.place, role };
}
