import { findCountry, listCountries } from '~/reference/index.ts';

const bare = (text: string) => text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[’'-]/g, ' ');

let byName: Map<string, string> | undefined;

function namesOfCountries(): Map<string, string> {
  byName ??= new Map(listCountries('fr').flatMap((country) => [country.fr, country.en, country.es, country.iso, ...(country.aliases ?? [])].map((name) => [bare(name), country.iso] as const)));
  return byName;
}

/** « Pérou, Mali »: names in any of our languages, or codes, separated by commas. */
export function findTypedCountries(text: string): { known: string[]; unknown: string[] } {
  const names = text.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean);
  const of = (name: string) => namesOfCountries().get(bare(name)) ?? findCountry(name)?.iso;
  return { known: names.flatMap((name) => of(name) ?? []), unknown: names.filter((name) => !of(name)) };
}
