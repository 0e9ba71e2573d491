import data from '~root/db/reference/themes.json';
import type { Lang } from '~/platform/i18n/index.ts';

export interface Theme {
  slug: string;
  /** Slug of the theme above; themes have two levels. */
  parent: string | null;
  fr: string;
  en: string;
  es: string;
  synonyms: string[];
  /** Which family of the documents it comes from: `bordeaux`, `plateforme-na`, `archipel`, `corpus`. */
  origin: string;
  /** Seed file and lines, read by parseSeedSource. */
  sources: string[];
}

const themes: readonly Theme[] = data.themes;
const bySlug = new Map(themes.map((theme) => [theme.slug, theme]));

export function listThemes(): readonly Theme[] {
  return themes;
}

export function findTheme(slug: string): Theme | undefined {
  return bySlug.get(slug);
}

/** « Eau et assainissement », "Water and sanitation". */
export function themeName(slug: string, lang: Lang): string {
  return bySlug.get(slug)?.[lang] ?? slug;
}

/** The theme and those under it: what « about climate » means. */
export function withSubthemes(slug: string): string[] {
  return [slug, ...themes.filter((theme) => theme.parent === slug).map((theme) => theme.slug)];
}
