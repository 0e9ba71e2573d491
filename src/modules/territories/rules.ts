import { greatCircleKm, type LonLat } from '~/platform/geo/index.ts';
import { continentOf, listZones, type Zone } from '~/reference/index.ts';
import type { Party, Relation } from './relations.ts';

/** A partnership counts for an authority unless its type stands apart (decision 0080). */
export function counted(relations: readonly Relation[]): Relation[] {
  return relations.filter((relation) => !relation.apart);
}

export interface ZoneCount {
  zone: Zone;
  partnerships: number;
  countries: number;
}

/** One partnership counts in every zone that its country is in: continents add up, the others overlap. */
export function countByZone(countries: readonly (readonly string[])[]): ZoneCount[] {
  return listZones()
    .map((zone) => {
      const inside = countries.filter((list) => list.some((iso) => zone.members.includes(iso)));
      return { zone, partnerships: inside.length, countries: new Set(inside.flat().filter((iso) => zone.members.includes(iso))).size };
    })
    .filter((count) => count.partnerships > 0);
}

/**
 * French authorities active with a country: those of at least one public partnership, under way, with a place of this
 * country or with the country as a whole. Each counts once, whatever its number of partnerships; projects and contacts do not count.
 */
export function listActive(relations: readonly Relation[]): Party[] {
  const active = counted(relations).filter(({ partnership }) => partnership.phase === 'ongoing');
  return [...new Map(active.flatMap(({ french }) => french).map((party) => [party.id, party])).values()];
}

export function pointOf(place: { lat: number | null; lon: number | null }): LonLat | undefined {
  return place.lat === null || place.lon === null ? undefined : [place.lon, place.lat];
}

/** Kilometres between two places, when both are placed. */
export function distanceOf(a: { lat: number | null; lon: number | null }, b: { lat: number | null; lon: number | null }): number | undefined {
  const [from, to] = [pointOf(a), pointOf(b)];
  return from && to && greatCircleKm(from, to);
}

/** Years since, this year; nothing for what starts this year or later. */
export function yearsSince(start: { value: string } | null, today: string): number | undefined {
  if (!start) return undefined;
  const years = Number(today.slice(0, 4)) - Number(start.value.slice(0, 4));
  return years > 0 ? years : undefined;
}

export function continentCount(countries: readonly string[]): number {
  return new Set(countries.map((iso) => continentOf(iso)?.slug)).size;
}
