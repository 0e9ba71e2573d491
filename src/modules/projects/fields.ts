import { actionStates } from '~/modules/strategies/index.ts';
import type { FieldSpec } from '~/sheets/index.ts';
import { genderAnswers, rightsAnswers, types } from './rules.ts';

/** Asked by a person, answered by a person: nothing is chosen before. */
export const markFields: readonly FieldSpec[] = [
  { name: 'droits', type: 'radio', choices: rightsAnswers, group: 'attention' },
  { name: 'droits_note', type: 'textarea', max: 1000, group: 'attention' },
  { name: 'egalite', type: 'radio', choices: genderAnswers, group: 'attention' },
  { name: 'egalite_note', type: 'textarea', max: 1000, group: 'attention' },
];

const bodies = ['territory', 'organisation'] as const;

export const fields: readonly FieldSpec[] = [
  { name: 'titre', type: 'text', required: true, group: 'essentiel' },
  { name: 'sorte', type: 'select', choices: types, group: 'essentiel' },
  { name: 'presentation', type: 'textarea', max: 1000, sourced: true, group: 'essentiel' },
  { name: 'debut', type: 'date', sourced: true, group: 'essentiel' },
  { name: 'fin', type: 'date', group: 'essentiel' },
  { name: 'porteurs', type: 'sheets', of: bodies, several: true, required: true, group: 'avec', rights: ['own', 'animator', 'administrator'] },
  { name: 'partenaires', type: 'sheets', of: bodies, several: true, group: 'avec' },
  { name: 'lieux', type: 'sheets', of: ['territory'], several: true, group: 'avec' },
  { name: 'pays', type: 'countries', several: true, group: 'avec' },
  { name: 'partenariats', type: 'sheets', of: ['partnership'], several: true, group: 'avec' },
  { name: 'programmes', type: 'sheets', of: ['programme'], several: true, group: 'avec' },
  { name: 'reseaux', type: 'sheets', of: ['network'], several: true, group: 'avec' },
  { name: 'objectifs', type: 'sheets', of: ['objective'], several: true, group: 'sert' },
  { name: 'themes', type: 'themes', several: true, group: 'sert' },
  { name: 'besoin', type: 'textarea', max: 2000, sourced: true, group: 'besoin' },
  { name: 'besoin_de', type: 'sheets', of: bodies, group: 'besoin' },
  { name: 'etapes', type: 'lines', group: 'besoin' },
  { name: 'ici', type: 'textarea', max: 2000, sourced: true, group: 'apports' },
  { name: 'labas', type: 'textarea', max: 2000, sourced: true, group: 'apports' },
  { name: 'perennite', type: 'textarea', max: 2000, group: 'apports' },
  ...markFields,
  { name: 'note', type: 'textarea', max: 2000 },
];

const asked = ['titre', 'sorte', 'presentation', 'debut', 'fin', 'partenaires', 'lieux', 'partenariats', 'objectifs', 'themes'];

/** Little is asked of somebody who begins; the rest is filled in later. */
export const createFields: readonly FieldSpec[] = [
  ...fields.filter((field) => asked.includes(field.name)).map((field) => ({ ...field, group: undefined })),
  { name: 'etat', type: 'radio', required: true, choices: actionStates },
];
