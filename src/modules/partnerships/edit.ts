import type { EditSpec, FieldSpec, Right } from '~/sheets/index.ts';
import { readPartnership } from './present.ts';
import { writePartnership } from './update.ts';
import { dimensions, startMeanings } from './rules.ts';

/** The partner abroad proposes on what is told, not on who is part of it nor on its publication. */
const keepers: readonly Right[] = ['own', 'animator', 'administrator'];

export const told: readonly FieldSpec[] = [
  { name: 'debut', type: 'date', sourced: true, group: 'depart' },
  { name: 'sens_debut', type: 'select', choices: startMeanings, group: 'depart' },
  { name: 'gains_ici', type: 'lines', max: 2000, sourced: true, group: 'gains' },
  { name: 'gains_labas', type: 'lines', max: 2000, sourced: true, group: 'gains' },
  { name: 'resume', type: 'textarea', max: 1000, sourced: true, group: 'dire' },
  { name: 'dimensions', type: 'checkboxes', choices: dimensions, sourced: true, group: 'dire' },
  { name: 'themes', type: 'themes', several: true, group: 'dire' },
];

/** R021-R024, R032, R034, R040. The type is no field: a twinning and an agreement are never merged. */
export const edit: EditSpec = {
  fields: [
    ...told,
    { name: 'mediateur', type: 'text', max: 200, group: 'mediation' },
    { name: 'mediateur_organisation', type: 'sheets', of: ['organisation'], group: 'mediation' },
    { name: 'avec', type: 'sheets', of: ['territory'], several: true, group: 'parties', rights: keepers },
    { name: 'etrangeres', type: 'sheets', of: ['territory'], several: true, group: 'parties', rights: keepers },
    { name: 'provisoire', type: 'text', max: 120, group: 'parties', rights: keepers },
    { name: 'publication', type: 'radio', required: true, choices: ['public', 'draft'], group: 'publication', rights: keepers },
  ],
  async read(db, sheetId) {
    const { sheet, gains, links } = await readPartnership(db, sheetId);
    const inRole = (role: string) => links.filter((link) => link.role === role).map((link) => link.to_id);
    const side = (which: string) => gains.filter((gain) => gain.side === which).map((gain) => gain.sentence).join('\n');
    const one = (text: string | null) => (text ? [text] : []);
    return {
      debut: one(sheet.start_date),
      sens_debut: one(sheet.start_meaning),
      resume: one(sheet.summary),
      gains_ici: one(side('here')),
      gains_labas: one(side('there')),
      dimensions: sheet.dimensions_basis === 'collective' ? [] : sheet.dimensions,
      themes: sheet.themes,
      mediateur: one(sheet.mediator),
      mediateur_organisation: inRole('mediator'),
      avec: inRole('french').filter((id) => id !== sheet.owner_id),
      etrangeres: inRole('foreign'),
      provisoire: one(sheet.placeholder),
      publication: [sheet.visibility],
    };
  },
  write: writePartnership,
};
