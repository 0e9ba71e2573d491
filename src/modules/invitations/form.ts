import { languages, type Lang } from '~/platform/i18n/index.ts';
import type { FieldSpec } from '~/sheets/index.ts';
import { listPartners } from './queries.ts';

export const languageNames: Record<Lang, string> = { fr: 'Français', en: 'English', es: 'Español' };

/** Whom one invites: for which territory, by which function, at which address, in which language. */
export const inviteFields: readonly FieldSpec[] = [
  { name: 'partenaire', type: 'radio', required: true, choices: async (db, sheetId) => (await listPartners(db, sheetId!)).map(({ id, title }) => [id, title] as const) },
  { name: 'fonction', type: 'text', required: true, max: 120 },
  { name: 'courriel', type: 'mail', required: true, max: 200 },
  // Each in its own words: one finds one's language by its name
  { name: 'langue', type: 'radio', required: true, choices: async () => languages.map((lang) => [lang, languageNames[lang]] as const) },
];

/** Who answers, when they go on with an account. */
export const accountFields: readonly FieldSpec[] = [
  { name: 'nom', type: 'text', required: true, max: 120, autocomplete: 'name' },
  { name: 'fonction', type: 'text', required: true, max: 120, autocomplete: 'organization-title' },
];
