import type { Read } from '~/platform/db/index.ts';
import { visibleTo, type Choice, type EditContext, type FieldSpec } from '~/sheets/index.ts';
import { qualities } from '../registration/rules.ts';
import { roles } from '../rules.ts';
import { sessionTypes } from './rules.ts';
import { speakerQualities } from './speaker-lines.ts';

/** Groups that this reader sees: a country, a theme. */
async function listGroups(db: Read, _sheet: string | null, _lang: string, { reader }: EditContext): Promise<Choice[]> {
  const rows = await db.selectFrom('sheets').select(['id', 'title']).where('kind', '=', 'group').where(visibleTo(reader)).orderBy('title').limit(300).execute();
  return rows.map(({ id, title }) => [id, title] as const);
}

export const setupFields: readonly FieldSpec[] = [
  { name: 'edition', type: 'number', group: 'annonce' },
  { name: 'fil', type: 'text', max: 300, group: 'annonce' },
  { name: 'lieu', type: 'text', max: 200, group: 'annonce' },
  { name: 'lien', type: 'url', group: 'connexion' },
  { name: 'inscription', type: 'checkbox', group: 'inscriptions' },
  { name: 'ouverture', type: 'date', group: 'inscriptions' },
  { name: 'cloture', type: 'date', group: 'inscriptions' },
  { name: 'places', type: 'number', group: 'inscriptions' },
];

export const sessionFields: readonly FieldSpec[] = [
  { name: 'numero', type: 'number', required: true },
  { name: 'titre', type: 'text', required: true, max: 250 },
  { name: 'court', type: 'text', max: 150 },
  { name: 'nature', type: 'radio', choices: sessionTypes },
  { name: 'jour', type: 'date', group: 'creneau' },
  { name: 'de', type: 'text', max: 8, group: 'creneau' },
  { name: 'a', type: 'text', max: 8, group: 'creneau' },
  { name: 'salle', type: 'text', max: 80, group: 'creneau' },
  { name: 'parcours', type: 'text', max: 80, group: 'creneau' },
  { name: 'groupe', type: 'select', choices: listGroups },
];

export const speakerFields: readonly FieldSpec[] = [
  { name: 'role', type: 'radio', required: true, choices: [...roles, 'video'] },
  { name: 'nom', type: 'text', max: 120 },
  { name: 'fonction', type: 'text', required: true, max: 200 },
  { name: 'organisme', type: 'text', max: 160 },
  { name: 'qualite', type: 'select', required: true, choices: speakerQualities },
  { name: 'sujet', type: 'text', max: 200 },
  { name: 'remplace', type: 'text', max: 200 },
];

export const expertFields: readonly FieldSpec[] = [
  { name: 'courriel', type: 'mail', required: true },
  { name: 'nom', type: 'text', max: 120 },
  { name: 'fonction', type: 'text', required: true, max: 160 },
  { name: 'seance', type: 'select' },
  { name: 'mot', type: 'textarea', max: 1000, rows: 3 },
];

export const presentFields: readonly FieldSpec[] = [
  { name: 'nom', type: 'text', required: true, max: 120 },
  { name: 'fonction', type: 'text', max: 160 },
  { name: 'organisme', type: 'text', max: 160 },
  { name: 'qualite', type: 'radio', required: true, choices: qualities },
];

export const editionFields: readonly FieldSpec[] = [
  { name: 'titre', type: 'text', required: true, max: 200 },
  { name: 'edition', type: 'number' },
  { name: 'debut', type: 'date' },
  { name: 'seances', type: 'checkbox' },
];

export const volunteerFields: readonly FieldSpec[] = [{ name: 'mot', type: 'textarea', max: 1000, rows: 3 }];
