import type { FieldSpec } from '~/sheets/index.ts';
import { decisions, marks } from './rules.ts';

export const requestFields: readonly FieldSpec[] = [
  { name: 'demandeur', type: 'text', required: true, max: 150 },
  { name: 'pays_demandeur', type: 'countries' },
  { name: 'demande', type: 'textarea', required: true, max: 2000, rows: 4 },
  { name: 'recue', type: 'date', required: true },
];

/** Four questions, in the order in which they save time, then the decision. */
export const gridFields: readonly FieldSpec[] = [
  { name: 'priorites', type: 'radio', choices: marks },
  { name: 'connu', type: 'radio', choices: marks },
  { name: 'moyens_dispo', type: 'radio', choices: marks },
  { name: 'reciprocite', type: 'radio', choices: marks },
  { name: 'decision', type: 'radio', choices: decisions },
  { name: 'motif', type: 'textarea', max: 1000, rows: 3 },
];
