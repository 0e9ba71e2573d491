import { newId } from '~/platform/db/index.ts';
import type { NameKind } from '~/sheets/index.ts';
import type { Point } from './read.ts';

export type PositionBasis = 'exact' | 'chief-town' | 'main-commune' | 'neighbours' | 'intercommunality' | 'department';

/** One French authority, as the loader writes it. */
export interface AuthorityRow {
  id: string;
  type: string;
  slug: string;
  title: string;
  context: string | null;
  insee: string | null;
  siren: string | null;
  population: number | null;
  /** Year that the population is of; null when the source does not say. */
  year: string | null;
  zone: string;
  intercommunality: string | null;
  department: string | null;
  region: string | null;
  postal: string[];
  lat: number | null;
  lon: number | null;
  geonames: number | null;
  basis: PositionBasis | null;
  names: { name: string; kind: NameKind }[];
}

const nothing = {
  context: null, insee: null, siren: null, population: null, year: null, zone: 'Europe/Paris',
  intercommunality: null, department: null, region: null, lat: null, lon: null, geonames: null, basis: null,
};

export function makeRow(given: Partial<AuthorityRow> & Pick<AuthorityRow, 'type' | 'slug' | 'title'>): AuthorityRow {
  return { id: newId(), ...nothing, postal: [], names: [], ...given };
}

export function placeRow(row: AuthorityRow, point: Point | undefined, basis: PositionBasis): void {
  if (!point) return;
  Object.assign(row, { lat: point.lat, lon: point.lon, basis, geonames: basis === 'exact' ? point.geonames : null });
}

export function addName(row: AuthorityRow, name: string | null | undefined, kind: NameKind): void {
  if (name && name !== row.title && !row.names.some((one) => one.name === name)) row.names.push({ name, kind });
}

/** Codes are names: they find the sheet. */
export function addCodes(row: AuthorityRow): void {
  addName(row, row.insee, 'code');
  addName(row, row.siren, 'code');
}

const zones: Record<string, string> = {
  '971': 'America/Guadeloupe', '972': 'America/Martinique', '973': 'America/Cayenne', '974': 'Indian/Reunion', '975': 'America/Miquelon', '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy', '978': 'America/Marigot', '986': 'Pacific/Wallis', '987': 'Pacific/Tahiti', '988': 'Pacific/Noumea',
};

export function zoneOf(department: string): string {
  return zones[department] ?? 'Europe/Paris';
}
