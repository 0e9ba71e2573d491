/** Kinds of organisation, as written in addresses. For keeps. */
export const types = [
  'etat', 'institution-europeenne', 'organisation-internationale', 'bailleur', 'agence', 'ambassade', 'association-de-collectivites',
  'reseau-regional', 'reseau', 'association', 'mouvement-citoyen', 'entreprise', 'acteur-economique', 'operateur-culturel', 'lieu',
  'enseignement-superieur', 'recherche', 'observatoire', 'organisateur-evenement',
] as const;
export type OrganisationType = (typeof types)[number];

/** How a list is read: who decides and pays, who brings authorities together, who acts on the ground. */
export const families = ['institutions', 'networks', 'actors', 'knowledge'] as const;
export type Family = (typeof families)[number];

const familyOfType: Record<OrganisationType, Family> = {
  etat: 'institutions', 'institution-europeenne': 'institutions', 'organisation-internationale': 'institutions', bailleur: 'institutions',
  agence: 'institutions', ambassade: 'institutions',
  'association-de-collectivites': 'networks', 'reseau-regional': 'networks', reseau: 'networks',
  association: 'actors', 'mouvement-citoyen': 'actors', entreprise: 'actors', 'acteur-economique': 'actors', 'operateur-culturel': 'actors',
  lieu: 'actors', 'organisateur-evenement': 'actors',
  'enseignement-superieur': 'knowledge', recherche: 'knowledge', observatoire: 'knowledge',
};

export function familyOf(type: string | null): Family {
  return familyOfType[type as OrganisationType] ?? 'actors';
}
