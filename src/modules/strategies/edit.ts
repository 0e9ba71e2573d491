import type { Read, Tx } from '~/platform/db/index.ts';
import { patchSheet, recordDeclaration, type EditSpec, type FieldSpec, type Input } from '~/sheets/index.ts';
import { itemFields, readItems, updateItems } from './items.ts';
import { isMultiYear, isReversed } from './rules.ts';

export const types = ['strategie', 'feuille-de-route'] as const;

const sourcedItems = new Set(['forces', 'marges', 'recommandations']);

export const fields: readonly FieldSpec[] = [
  { name: 'titre', type: 'text', required: true, group: 'texte' },
  { name: 'sorte', type: 'select', required: true, choices: types, group: 'texte' },
  { name: 'presentation', type: 'textarea', max: 1000, group: 'texte' },
  { name: 'ambition', type: 'textarea', sourced: true, group: 'texte' },
  { name: 'themes', type: 'themes', several: true, group: 'texte' },
  { name: 'debut', type: 'date', sourced: true, group: 'periode' },
  { name: 'fin', type: 'date', group: 'periode' },
  { name: 'effet', type: 'date', sourced: true, group: 'periode' },
  { name: 'suit', type: 'sheets', of: ['strategy'], group: 'periode' },
  { name: 'presentee_par', type: 'text', group: 'adoption' },
  { name: 'adoptee_le', type: 'date', sourced: true, group: 'adoption' },
  { name: 'adoptee_par', type: 'text', group: 'adoption' },
  ...itemFields.map(([name]) => ({ name, type: 'lines', sourced: sourcedItems.has(name), group: name === 'approche' || name === 'atouts' ? 'idees' : name === 'rendre_compte' ? 'suivi' : 'diagnostic' }) satisfies FieldSpec),
];

const one = (value: string | null) => (value ? [value] : []);

export const edit: EditSpec = {
  fields,
  async read(db, id) {
    const [sheet, row, items] = await Promise.all([
      db.selectFrom('sheets').select(['title', 'type', 'summary', 'themes', 'start_date', 'end_date']).where('id', '=', id).executeTakeFirstOrThrow(),
      db.selectFrom('strategies').selectAll().where('sheet_id', '=', id).executeTakeFirstOrThrow(),
      readItems(db, id),
    ]);
    return {
      titre: [sheet.title], sorte: one(sheet.type), presentation: one(sheet.summary), ambition: one(row.ambition), themes: sheet.themes,
      debut: one(sheet.start_date), fin: one(sheet.end_date), effet: one(row.effective_from), suit: one(row.follows),
      presentee_par: one(row.presented_by), adoptee_le: one(row.adopted_on), adoptee_par: one(row.adopted_by), ...items,
    };
  },
  async write(tx, actor, id, input, changed, { today }) {
    const period = { start: input.date('debut'), end: input.date('fin') };
    const wrong = refusePeriod(period) ?? (await refuseFollows(tx, id, input.text('suit'))) ?? (await refuseAdoption(tx, id, input, changed));
    if (wrong) return wrong;
    const [adopted, effective] = [input.date('adoptee_le'), input.date('effet')];
    await tx
      .updateTable('strategies')
      .set({
        ambition: input.text('ambition'), adopted_on: adopted?.value ?? null, adopted_precision: adopted?.precision ?? null, adopted_by: input.text('adoptee_par'),
        presented_by: input.text('presentee_par'), effective_from: effective?.value ?? null, effective_precision: effective?.precision ?? null, follows: input.text('suit'),
      })
      .where('sheet_id', '=', id)
      .execute();
    for (const [field, part] of itemFields) {
      if (changed.has(field)) await updateItems(tx, id, part, input.lines(field), input.source(field) ?? (await recordDeclaration(tx, actor, today)));
    }
    await patchSheet(tx, id, {
      title: input.text('titre')!, type: input.text('sorte'), summary: input.text('presentation'), themes: input.list('themes'),
      ...period, startMeaning: period.start ? await meaningOf(tx, id) : null, body: await buildBody(tx, id),
    });
    return null;
  },
};

export function refusePeriod(period: { start: ReturnType<Input['date']>; end: ReturnType<Input['date']> }) {
  if (isReversed(period)) return { refused: 'dates-order', field: 'fin' };
  return period.start && period.end && !isMultiYear(period) ? { refused: 'period-short', field: 'fin' } : null;
}

/** It renews one strategy, of its own authority, that no other renews yet, and never one that comes after itself. */
export async function refuseFollows(tx: Tx, id: string | null, before: string | null, holderId?: string) {
  if (!before) return null;
  if (before === id) return { refused: 'follows-loop', field: 'suit' };
  const other = await tx.selectFrom('strategies').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['owner_id', 'follows']).where('sheet_id', '=', before).executeTakeFirst();
  const owner = holderId ?? (id && (await tx.selectFrom('sheets').select('owner_id').where('id', '=', id).executeTakeFirst())?.owner_id);
  if (!other || other.owner_id !== owner) return { refused: 'follows-other', field: 'suit' };
  for (let at: string | null = before; at; at = (await tx.selectFrom('strategies').select('follows').where('sheet_id', '=', at).executeTakeFirst())?.follows ?? null) {
    if (at === id) return { refused: 'follows-loop', field: 'suit' };
  }
  const taken = await tx.selectFrom('strategies').select('sheet_id').where('follows', '=', before).where('sheet_id', 'is distinct from', id).executeTakeFirst();
  return taken ? { refused: 'follows-taken', field: 'suit' } : null;
}

/** An adoption is told by its own gesture; here its date and its assembly are corrected. */
async function refuseAdoption(tx: Tx, id: string, input: Input, changed: ReadonlySet<string>) {
  if (!changed.has('adoptee_le')) return null;
  const { standing } = await tx.selectFrom('strategies').select('standing').where('sheet_id', '=', id).executeTakeFirstOrThrow();
  if (standing !== 'adopted' && input.date('adoptee_le')) return { refused: 'adoption-act', field: 'adoptee_le' };
  return standing === 'adopted' && !input.date('adoptee_le') ? { refused: 'adoption-missing', field: 'adoptee_le' } : null;
}

async function meaningOf(tx: Tx, id: string): Promise<string> {
  return (await tx.selectFrom('sheets').select('start_meaning').where('id', '=', id).executeTakeFirst())?.start_meaning ?? 'period';
}

/** Words that find the strategy beyond its title and summary. */
export async function buildBody(db: Read, id: string): Promise<string> {
  const [row, items, priorities] = await Promise.all([
    db.selectFrom('strategies').select('ambition').where('sheet_id', '=', id).executeTakeFirst(),
    db.selectFrom('strategy_items').select('text').where('strategy_id', '=', id).execute(),
    db.selectFrom('strategy_priorities').select('label').where('strategy_id', '=', id).execute(),
  ]);
  return [row?.ambition, ...items.map((item) => item.text), ...priorities.map((priority) => priority.label)].filter(Boolean).join(' ');
}
