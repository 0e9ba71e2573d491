import { actionStates, listHeldObjectives } from '~/modules/strategies/index.ts';
import type { Read } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Choice, EditContext, EditRefusal, FieldSpec, Input } from '~/sheets/index.ts';
import type { ResultInput } from './results.ts';
import { genderAnswers, rightsAnswers, types } from './rules.ts';

/** Asked by a person, answered by a person: nothing is chosen before. */
export const markFields: readonly FieldSpec[] = [
  { name: 'droits', type: 'radio', choices: rightsAnswers, group: 'attention' },
  { name: 'droits_note', type: 'textarea', max: 1000, group: 'attention' },
  { name: 'egalite', type: 'radio', choices: genderAnswers, group: 'attention' },
  { name: 'egalite_note', type: 'textarea', max: 1000, group: 'attention' },
];

/** What an action brought, counted when it can be, with where it is said. Practice sheets ask it alike. */
export const resultFields: readonly FieldSpec[] = [
  { name: 'resultat', type: 'text', required: true, max: 300, sourced: true },
  { name: 'quantite', type: 'number' },
  { name: 'unite', type: 'text', max: 60 },
  { name: 'constate', type: 'date' },
];

/** A quantity says of what. */
export function readResult(input: Input): ResultInput | EditRefusal {
  const [quantity, unit] = [input.number('quantite'), input.text('unite')];
  if (quantity !== null && Math.abs(quantity) > 1e15) return { refused: 'quantity', field: 'quantite' };
  if (quantity !== null && !unit) return { refused: 'unit-missing', field: 'unite' };
  return { label: input.text('resultat')!, quantity, unit, observed: input.date('constate') };
}

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
  { name: 'objectifs', type: 'checkboxes', choices: listChoices, group: 'sert' },
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

/** Objectives of those who carry the action; of whoever is declaring it. */
async function listChoices(db: Read, sheetId: string | null, _lang: Lang, { reader }: EditContext): Promise<Choice[]> {
  const holders = sheetId
    ? (await db.selectFrom('sheet_links').select('to_id').where('from_id', '=', sheetId).where('role', '=', 'holder').execute()).map((link) => link.to_id)
    : reader.acting?.body ? [reader.acting.body.id] : [];
  return (await listHeldObjectives(db, reader, holders)).map((one) => [one.id, `${one.number}. ${one.short} (${one.strategy})`]);
}

const asked = ['titre', 'sorte', 'presentation', 'debut', 'fin', 'partenaires', 'lieux', 'partenariats', 'objectifs', 'themes'];

/** Little is asked of somebody who begins; the rest is filled in later. */
export const createFields: readonly FieldSpec[] = [
  ...fields.filter((field) => asked.includes(field.name)).map((field) => ({ ...field, group: undefined })),
  { name: 'etat', type: 'radio', required: true, choices: actionStates },
];
