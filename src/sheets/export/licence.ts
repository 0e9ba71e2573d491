/** Under what the facts of this instance may be used again, and whom to name. */
export const licence = {
  id: 'etalab-2.0',
  title: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

/** Whom each file asks to name: the instance under its name of today, and the bases of coordinates. */
export const attributionOf = (instanceName: string) => `${instanceName} ; coordonnées : GeoNames (CC BY 4.0), Natural Earth (domaine public)`;
