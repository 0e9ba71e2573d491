import data from '~root/db/reference/countries.json';
import { compareText, type Lang } from '~/platform/i18n/index.ts';

export interface Country {
  /** ISO 3166-1 alpha-2. */
  iso: string;
  iso3: string;
  numeric: string;
  fr: string;
  en: string;
  es: string;
  /** Other names that find it. */
  aliases?: string[];
  /** `FR` for the parts of the Republic that ISO codes apart. */
  partOf?: string;
}

const countries: readonly Country[] = data.countries;
const byIso = new Map(countries.map((country) => [country.iso, country]));

export function findCountry(iso: string): Country | undefined {
  return byIso.get(iso.toUpperCase());
}

/** « Pérou », "Peru", « Perú »; the code itself for a code that ISO does not know. */
export function countryName(iso: string, lang: Lang): string {
  return byIso.get(iso)?.[lang] ?? iso;
}

/** In the order of the reader's alphabet, without the parts of the Republic. */
export function listCountries(lang: Lang): Country[] {
  const compare = compareText(lang);
  return countries.filter((country) => !country.partOf).sort((a, b) => compare(a[lang], b[lang]));
}
