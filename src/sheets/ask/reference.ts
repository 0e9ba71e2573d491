import countryList from '~root/db/reference/countries.json';
import goalList from '~root/db/reference/sdg-goals.json';
import themeList from '~root/db/reference/themes.json';
import zoneList from '~root/db/reference/zones.json';
import type { Lang } from '~/platform/i18n/index.ts';

export type Named = Readonly<Record<Lang, string>> & { names?: readonly string[] };

type Names = ReadonlyMap<string, Named>;

/** Code lists that questions and answers name: countries, overlapping zones, themes on two levels, goals. */
export const countries: Names = new Map(countryList.countries.map((one) => [one.iso, one]));
export const zones: Names = new Map(zoneList.zones.map((one) => [one.slug, one]));
export const themes: ReadonlyMap<string, Named & { parent: string | null }> = new Map(
  themeList.themes.map((one) => [one.slug, { ...one, names: one.synonyms }]),
);
export const sdgs: Names = new Map(goalList.goals.map((one) => [String(one.n), one.short]));

/** The zones that do not overlap: each country is on one continent. */
export const continents: readonly string[] = zoneList.zones.filter((zone) => zone.kind === 'continent').map((zone) => zone.slug);

const zonesByCountry = new Map<string, string[]>();
for (const { slug, members } of zoneList.zones) for (const iso of members) zonesByCountry.set(iso, [...(zonesByCountry.get(iso) ?? []), slug]);

export function zonesOf(iso: string): readonly string[] {
  return zonesByCountry.get(iso) ?? [];
}

export function continentOf(iso: string): string | undefined {
  return zonesOf(iso).find((zone) => continents.includes(zone));
}

/** A theme and the one above it: what is about floods is about climate. */
export function themeAndAbove(slug: string): string[] {
  const parent = themes.get(slug)?.parent;
  return parent ? [slug, ...themeAndAbove(parent)] : [slug];
}

/** A code as the address has it, from a code or from a name in any of the three languages. */
export function findCode(names: Names, value: string): string | undefined {
  const said = simplify(value);
  for (const [code, one] of names) {
    if (simplify(code) === said || [one.fr, one.en, one.es, ...(one.names ?? [])].some((name) => simplify(name) === said)) return code;
  }
  return undefined;
}

/** Letters only, without case or accents. */
export function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
