import type { Read, Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { latestDay, type PartialDate } from '~/platform/dates/partial.ts';
import { addFact, recordChange, toDate, type Source } from '~/sheets/index.ts';

export const figures = ['member-cities', 'cities', 'authorities', 'french-authorities', 'local-governments', 'associations', 'countries', 'continents'] as const;
export const qualifiers = ['exact', 'environ', 'plus_de', 'pres_de', 'jusqua'] as const;

export interface FigureInput {
  networkId: string;
  field: string;
  value: string;
  qualifier: string;
  observed: PartialDate;
  note: string | null;
  source: Source;
}

/** Kept beside those that came before: the one observed last stands, the others are out of date. */
export async function addFigure(tx: Tx, actor: Actor, input: FigureInput): Promise<'added' | { refused: 'figure-there' }> {
  const before = await listFigures(tx, input.networkId, input.field);
  if (before.some((one) => one.value === input.value && one.observed?.value === input.observed.value)) return { refused: 'figure-there' };
  const later = before.some((one) => !one.outdated && one.observed !== null && latestDay(one.observed) > latestDay(input.observed));
  if (!later) await tx.updateTable('sheet_facts').set({ outdated: true }).where('sheet_id', '=', input.networkId).where('field', '=', input.field).execute();
  await addFact(tx, input.networkId, {
    field: input.field, value: input.value, qualifier: input.qualifier, observed: input.observed, note: input.note ?? undefined, outdated: later, sources: [input.source],
  });
  const present = before.find((one) => !one.outdated);
  await recordChange(tx, actor, input.networkId, 'figure', { chiffre: [null, input.field], valeur: [later ? null : (present?.value ?? null), input.value], observe: [null, input.observed.value] });
  return 'added';
}

/** It stays on the page, marked so. */
export async function closeFigure(tx: Tx, actor: Actor, networkId: string, factId: string): Promise<'closed' | { refused: 'unknown' }> {
  const fact = await tx
    .updateTable('sheet_facts').set({ outdated: true })
    .where('id', '=', factId).where('sheet_id', '=', networkId).where('outdated', '=', false)
    .returning(['field', 'value']).executeTakeFirst();
  if (!fact) return { refused: 'unknown' };
  await recordChange(tx, actor, networkId, 'figure-outdated', { chiffre: [fact.field, fact.field], valeur: [fact.value, null] });
  return 'closed';
}

export interface Figure {
  id: string;
  field: string;
  label: string | null;
  value: string;
  unit: string | null;
  observed: PartialDate | null;
  outdated: boolean;
}

export async function listFigures(db: Read, networkId: string, field?: string): Promise<Figure[]> {
  const rows = await db
    .selectFrom('sheet_facts')
    .select(['id', 'field', 'label', 'value', 'unit', 'observed', 'observed_precision', 'outdated'])
    .where('sheet_id', '=', networkId)
    .$if(field !== undefined, (q) => q.where('field', '=', field!))
    .orderBy('position')
    .execute();
  return rows.map(({ observed, observed_precision, ...row }) => ({ ...row, observed: toDate(observed, observed_precision) }));
}
