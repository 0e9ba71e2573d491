import { audience, expiryField } from '~/modules/exchange/index.ts';
import type { FieldSpec } from '~/sheets/index.ts';
import { contracts } from './rules.ts';

const title: FieldSpec = { name: 'titre', type: 'text', required: true, max: 150 };
const text: FieldSpec = { name: 'texte', type: 'textarea', required: true, max: 4000, rows: 7 };
const themes: FieldSpec = { name: 'themes', type: 'themes', several: true };
const countries: FieldSpec = { name: 'pays', type: 'countries', several: true };

export const newsFields: readonly FieldSpec[] = [
  title, text,
  { name: 'fiches', type: 'sheets', of: ['event', 'partnership', 'action', 'territory', 'organisation', 'network', 'group'], several: true },
  themes, countries, expiryField, audience,
];

export const jobFields: readonly FieldSpec[] = [
  title,
  { name: 'employeur', type: 'sheets', of: ['territory', 'organisation', 'network'], required: true },
  { name: 'lieu', type: 'text', required: true, max: 120 },
  { name: 'contrat', type: 'select', required: true, choices: contracts },
  text, expiryField,
  { name: 'page', type: 'url' },
  countries, themes, audience,
];
