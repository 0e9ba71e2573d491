import { findZone, listContinents, listThemes, withSubthemes } from '~/reference/index.ts';

/** Characters. */
export const most = { title: 150, introduction: 3_000, items: 40 } as const;
/** Hours that the link of a confirmation works; an address that does not answer is erased after as many. */
export const confirmHours = 72;
/** Between two mails of confirmation to one address, minutes. */
export const pauseMinutes = 10;
/** Days looked at for the first issue. */
export const firstDays = 30;

export interface Choices {
  /** Slugs; none: all. */
  themes: readonly string[];
  zones: readonly string[];
}

/** Themes of the first level: what one chooses among in a minute. */
export const offeredThemes = listThemes().filter(({ parent }) => parent === null);
export const offeredZones = listContinents();

export function readChoices(themes: readonly string[], zones: readonly string[]): Choices {
  return {
    themes: offeredThemes.map(({ slug }) => slug).filter((slug) => themes.includes(slug)),
    zones: offeredZones.map(({ slug }) => slug).filter((slug) => zones.includes(slug)),
  };
}

/** Whether a sheet is for this subscriber: of one of their themes, and of one of their zones or of no country abroad. */
export function isWanted({ themes, zones }: Choices, sheet: { themes: readonly string[]; countries: readonly string[] }): boolean {
  const ofTheme = themes.length === 0 || themes.some((slug) => withSubthemes(slug).some((one) => sheet.themes.includes(one)));
  const abroad = sheet.countries.filter((country) => country !== 'FR');
  const ofZone = zones.length === 0 || abroad.length === 0 || zones.some((slug) => abroad.some((country) => findZone(slug)?.members.includes(country)));
  return ofTheme && ofZone;
}
