/** Under what the facts of this instance may be used again, and whom to name. */
export const licence = {
  id: 'etalab-2.0',
  title: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

/** Said in each file: some coordinates come from a base that asks to be named. */
export const attribution = 'Jumelles ; coordonnées : GeoNames (CC BY 4.0), Natural Earth (domaine public)';
