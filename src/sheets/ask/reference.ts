import { findCountry, findTheme, findZone, listCountries, listThemes, listZones, zonesOf } from '~/reference/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';

type Named = Readonly<Record<Lang, string>>;

const zoneSlugs = new Map<string, string[]>();

/** Slugs of the zones of a country; asked for every sheet, so found once. */
export function zonesOfCountry(iso: string): readonly string[] {
  let slugs = zoneSlugs.get(iso);
  if (!slugs) zoneSlugs.set(iso, (slugs = zonesOf(iso).map((zone) => zone.slug)));
  return slugs;
}

/** A theme and the one above it: what is about floods is about climate. */
export function themeAndAbove(slug: string): string[] {
  const parent = findTheme(slug)?.parent;
  return parent ? [slug, ...themeAndAbove(parent)] : [slug];
}

/** The code of an address, from a code or from a name in any of the three languages. */
export function findCountryCode(value: string): string | undefined {
  return findCountry(value)?.iso ?? listCountries('fr').find((one) => isNamed(value, one, one.aliases))?.iso;
}

export function findZoneCode(value: string): string | undefined {
  return findZone(value)?.slug ?? listZones().find((one) => isNamed(value, one))?.slug;
}

export function findThemeCode(value: string): string | undefined {
  return findTheme(value)?.slug ?? listThemes().find((one) => isNamed(value, one, one.synonyms))?.slug;
}

function isNamed(value: string, one: Named, more: readonly string[] = []): boolean {
  const said = simplify(value);
  return [one.fr, one.en, one.es, ...more].some((name) => simplify(name) === said);
}

/** Letters and figures only, without case or accents. */
export function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
