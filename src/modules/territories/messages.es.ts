import type { fr } from './messages.fr.ts';

export const es: Record<keyof typeof fr, string> = {
  'kind.one': 'Territorio',
  'kind.many': '{n, plural, one {# territorio} other {# territorios}}',
  'type.commune': 'Municipio',
  'type.metropole': 'Metrópoli',
  'type.communaute_urbaine': 'Comunidad urbana',
  'type.communaute_agglomeration': 'Comunidad de aglomeración',
  'type.communaute_communes': 'Mancomunidad de municipios',
  'type.ept': 'Ente público territorial',
  'type.syndicat': 'Consorcio',
  'type.departement': 'Departamento',
  'type.region': 'Región',
  'type.collectivite_unique': 'Colectividad única',
  'type.collectivite_europeenne': 'Colectividad europea',
  'type.collectivite_outre_mer': 'Colectividad de ultramar',
  'type.ville': 'Ciudad socia',
  'type.province': 'Provincia',
  'type.land': 'Land',
  'type.region_partenaire': 'Región socia',
  'type.camp_de_refugies': 'Campo de refugiados',
  'type.non_precise': 'Naturaleza sin precisar',
};
