import data from '~root/db/reference/zones.json';
import type { Lang } from '~/platform/i18n/index.ts';

export interface Zone {
  slug: string;
  kind: string;
  fr: string;
  en: string;
  es: string;
  note?: string;
  /** Where its list of members comes from. */
  source: Record<Lang, string>;
  /** ISO 3166-1 alpha-2. */
  members: readonly string[];
}

// Groupings overlap: the eight partners of Bordeaux in Europe are six in the European Union.
const zones: readonly Zone[] = data.zones;
const bySlug = new Map(zones.map((zone) => [zone.slug, zone]));

export function listZones(): readonly Zone[] {
  return zones;
}

export function listContinents(): readonly Zone[] {
  return zones.filter((zone) => zone.kind === 'continent');
}

export function findZone(slug: string): Zone | undefined {
  return bySlug.get(slug);
}

export function zoneName(slug: string, lang: Lang): string {
  return bySlug.get(slug)?.[lang] ?? slug;
}

/** Every zone a country is in, continent first. */
export function zonesOf(iso: string): Zone[] {
  return zones.filter((zone) => zone.members.includes(iso));
}

export function continentOf(iso: string): Zone | undefined {
  return listContinents().find((zone) => zone.members.includes(iso));
}
