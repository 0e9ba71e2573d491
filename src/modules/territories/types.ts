/** What a French authority can be, as its sheet's type. */
export const frenchTypes = [
  'commune', 'metropole', 'communaute_urbaine', 'communaute_agglomeration', 'communaute_communes', 'ept', 'syndicat', 'departement', 'region',
  'collectivite_unique', 'collectivite_europeenne', 'collectivite_outre_mer',
] as const;

/** What a partner abroad can be, equivalent or not. */
export const foreignTypes = ['ville', 'province', 'land', 'region_partenaire', 'camp_de_refugies', 'non_precise'] as const;
