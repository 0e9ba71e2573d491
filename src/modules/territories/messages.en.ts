import type { fr } from './messages.fr.ts';

export const en: Record<keyof typeof fr, string> = {
  'kind.one': 'Territory',
  'kind.many': '{n, plural, one {# territory} other {# territories}}',
  'type.commune': 'Commune',
  'type.metropole': 'Metropolis',
  'type.communaute_urbaine': 'Urban community',
  'type.communaute_agglomeration': 'Agglomeration community',
  'type.communaute_communes': 'Community of communes',
  'type.ept': 'Territorial public body',
  'type.syndicat': 'Joint authority',
  'type.departement': 'Département',
  'type.region': 'Région',
  'type.collectivite_unique': 'Single territorial authority',
  'type.collectivite_europeenne': 'European collectivity',
  'type.collectivite_outre_mer': 'Overseas collectivity',
  'type.ville': 'Partner city',
  'type.province': 'Province',
  'type.land': 'Land',
  'type.region_partenaire': 'Partner region',
  'type.camp_de_refugies': 'Refugee camp',
  'type.non_precise': 'Nature not specified',
};
