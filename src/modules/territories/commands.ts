import type { Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { addNames, addSources, createSheet, refreshSheet, type NameKind, type SheetRef, type Source, type Visibility } from '~/sheets/index.ts';
import type { PositionBasis } from './authorities/rows.ts';

export interface TerritoryInput {
  type: string;
  slug: string;
  title: string;
  side: 'french' | 'foreign';
  /** ISO code; unknown for a place whose country no document settles. */
  country: string | null;
  context?: string | null;
  names: { name: string; kind: NameKind }[];
  geonamesId?: number;
  insee?: string | null;
  siren?: string | null;
  lat?: number;
  lon?: number;
  basis?: PositionBasis;
  timeZone?: string;
  departmentId?: string | null;
  regionId?: string | null;
  note?: string;
  visibility?: Visibility;
  toConfirm?: boolean;
  sources: Source[];
}

/** A territory that no code list brings: a foreign partner, a syndicate, a refugee camp. */
export async function createTerritory(tx: Tx, actor: Actor, input: TerritoryInput): Promise<SheetRef> {
  const placed = input.lat !== undefined && input.lon !== undefined;
  const sheet = await createSheet(tx, actor, {
    kind: 'territory',
    type: input.type,
    slug: input.slug,
    title: input.title,
    context: input.context,
    names: input.names,
    countries: input.country ? [input.country] : [],
    visibility: input.visibility,
    toConfirm: input.toConfirm,
    places: [{ role: 'at', label: input.title, lat: input.lat ?? null, lon: input.lon ?? null, approximate: placed && (input.basis ?? 'exact') !== 'exact' }],
    sources: input.sources,
  });
  await tx
    .insertInto('territories')
    .values({
      sheet_id: sheet.id,
      side: input.side,
      geonames_id: input.geonamesId ?? null,
      insee: input.insee ?? null,
      siren: input.siren ?? null,
      time_zone: input.timeZone ?? null,
      department_id: input.departmentId ?? null,
      region_id: input.regionId ?? null,
      position_basis: placed ? (input.basis ?? 'exact') : null,
      note: input.note ?? null,
    })
    .execute();
  return sheet;
}

/** Other names under which people know a territory, and the texts that use them. */
export async function addTerritoryNames(tx: Tx, actor: Actor, id: string, names: string[], sources: Source[]): Promise<void> {
  await addNames(tx, id, names.map((name) => ({ name, kind: 'alias' as const })));
  await addSources(tx, id, sources);
  await refreshSheet(tx, id);
  await recordEvent(tx, { name: 'territory.names', sheetId: id, actor, changes: { names: [null, names] } });
}

/** How an authority writes a country's name on its own pages. */
export async function nameCountry(tx: Tx, actor: Actor, ownerId: string, country: string, name: string, source: Source): Promise<void> {
  await tx.insertInto('country_namings').values({ owner_id: ownerId, country, name, document_id: source.document, locator: source.locator ?? null }).execute();
  await recordEvent(tx, { name: 'territory.naming', sheetId: ownerId, actor, changes: { [country]: [null, name] } });
}
