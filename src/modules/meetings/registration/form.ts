import type { FieldSpec } from '~/sheets/index.ts';
import { qualities } from './rules.ts';

/** What is asked of somebody without an account: nothing that the organisers will not use. */
export const visitorFields: readonly FieldSpec[] = [
  { name: 'nom', type: 'text', required: true, max: 120, autocomplete: 'name' },
  { name: 'courriel', type: 'mail', required: true, autocomplete: 'email' },
  { name: 'fonction', type: 'text', required: true, max: 160, autocomplete: 'organization-title' },
  { name: 'organisme', type: 'text', required: true, max: 160, autocomplete: 'organization' },
  { name: 'qualite', type: 'radio', required: true, choices: qualities },
  { name: 'consentement', type: 'checkbox', required: true },
];
