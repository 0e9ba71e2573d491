import { translator } from '~/platform/i18n/index.ts';
import { listAudiences, type FieldSpec } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { backers, natures } from './rules.ts';

const title: FieldSpec = { name: 'titre', type: 'text', required: true, max: 150 };
const text: FieldSpec = { name: 'texte', type: 'textarea', required: true, max: 2500 };
const themes: FieldSpec = { name: 'themes', type: 'themes', several: true };
const countries: FieldSpec = { name: 'pays', type: 'countries', several: true };
const places: FieldSpec = { name: 'lieux', type: 'sheets', of: ['territory'], several: true };
export const expiry: FieldSpec = { name: 'echeance', type: 'date', required: true };

const period: readonly FieldSpec[] = [
  { name: 'debut', type: 'date', group: 'periode' },
  { name: 'fin', type: 'date', group: 'periode' },
];

/** `draft`: nobody else yet, until it is published. */
export const audience: FieldSpec = {
  name: 'pour', type: 'radio', required: true,
  choices: async (db, _id, lang, { reader }) => [...(await listAudiences(db, reader, lang)), ['draft', translator(messages, lang)('choice.pour.draft')]],
};

export const publishedAudience: FieldSpec = { ...audience, choices: (db, _id, lang, { reader }) => listAudiences(db, reader, lang) };

/** What a city tells of itself when it looks for a partner, after the list that CLAIR asks of Japanese and foreign towns. */
export const portraitFields: readonly FieldSpec[] = [
  { name: 'attendu', type: 'textarea', required: true, max: 1500, rows: 4, group: 'attentes' },
  { name: 'porteurs', type: 'checkboxes', required: true, choices: backers, group: 'attentes' },
  { name: 'langues', type: 'text', required: true, max: 150, group: 'attentes' },
  { name: 'moyens', type: 'textarea', max: 1000, rows: 3, group: 'attentes' },
  { name: 'population', type: 'number', group: 'portrait' },
  { name: 'superficie', type: 'text', max: 60, group: 'portrait' },
  { name: 'caractere', type: 'textarea', max: 1500, rows: 4, group: 'portrait' },
];

export const createFields: readonly FieldSpec[] = [
  { name: 'sorte', type: 'radio', required: true, choices: ['besoin', 'offre'] },
  { name: 'nature', type: 'select', required: true, choices: natures },
  title, text, countries, places, themes, ...period, expiry, audience,
];

export const searchFields: readonly FieldSpec[] = [title, countries, themes, ...portraitFields, expiry, audience];

/** A search has its portrait, corrected apart: it has neither nature nor text that must be there. */
export const editFields: readonly FieldSpec[] = [
  { name: 'nature', type: 'select', choices: natures }, title, { ...text, required: false }, countries, places, themes, ...period, expiry, audience,
];
