import type { Lang } from '~/platform/i18n/index.ts';
import type { Role } from '~/sheets/index.ts';

export interface Persona {
  key: string;
  /** They are named by their function: the demonstration speaks for nobody. */
  name: string;
  title: string;
  lang?: Lang;
  service?: string;
  /** Seed ids of the bodies, each a mandate. */
  mandates: readonly { role: Role; kind?: string; body?: string; until?: string }[];
}

/** One of each kind of person, so that anybody can try everything in a minute. */
export const personas: readonly Persona[] = [
  {
    key: 'agent-bordeaux', name: 'Agente de Bordeaux', title: 'Agente des relations internationales', service: 'Direction des relations internationales',
    mandates: [{ role: 'agent', kind: 'territory', body: 'bordeaux' }, { role: 'agent', kind: 'territory', body: 'bordeaux-metropole' }],
  },
  { key: 'elue-bordeaux', name: 'Élue de Bordeaux', title: 'Élue à la coopération', mandates: [{ role: 'elected', kind: 'territory', body: 'bordeaux' }] },
  { key: 'agent-toulouse', name: 'Agent de Toulouse', title: 'Agent des relations internationales', mandates: [{ role: 'agent', kind: 'territory', body: 'toulouse' }] },
  { key: 'agent-commune', name: 'Agente d’une commune', title: 'Agente d’une commune pas encore engagée', mandates: [] },
  { key: 'animatrice-reseau', name: 'Animatrice du réseau', title: 'Animatrice de SO Coopération', mandates: [{ role: 'animator', kind: 'network', body: 'so-cooperation' }] },
  { key: 'organisatrice-cuf', name: 'Organisatrice à Cités Unies France', title: 'Organisatrice des rencontres', mandates: [{ role: 'animator', kind: 'network', body: 'cuf' }] },
  { key: 'porteuse-projet', name: 'Porteuse de projet', title: 'Porteuse de projet associative', mandates: [{ role: 'project-holder', kind: 'organisation', body: 'electriciens-sans-frontieres' }] },
  { key: 'financeur', name: 'Financeur', title: 'Chargé de programme', mandates: [{ role: 'funder', kind: 'organisation', body: 'agences-de-l-eau' }] },
  { key: 'partenaire-lima', name: 'Partenaire à Lima', title: 'Responsable de la coopération', lang: 'es', mandates: [{ role: 'partner', kind: 'territory', body: 'lima' }] },
  { key: 'citoyenne-toulouse', name: 'Citoyenne de Toulouse', title: 'Citoyenne', mandates: [] },
  { key: 'agente-charente-maritime', name: 'Agente de la Charente-Maritime', title: 'Agente chargée de l’international', mandates: [{ role: 'agent', kind: 'territory', body: 'departement-charente-maritime' }] },
  { key: 'presidente-japon', name: 'Présidente du groupe-pays Japon', title: 'Présidente du groupe-pays Japon', mandates: [{ role: 'chair', kind: 'group', body: 'groupe-pays-japon' }] },
  { key: 'expert-invite', name: 'Experte invitée', title: 'Experte invitée', mandates: [{ role: 'expert', kind: 'group', body: 'groupe-pays-japon', until: '2030-12-31' }] },
  { key: 'administrateur', name: 'Administrateur', title: 'Administration de l’instance', mandates: [{ role: 'administrator' }] },
];
