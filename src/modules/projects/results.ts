import { newId, type Read, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { addSources, recordChange, toDate, type Source } from '~/sheets/index.ts';

export interface Result {
  id: string;
  label: string;
  quantity: number | null;
  unit: string | null;
  observed: PartialDate | null;
}

export type ResultInput = Omit<Result, 'id'>;

/** Sources of a result hang on the action's sheet under this field. */
const resultField = (id: string) => `resultat.${id}`;

/** What an action brought, counted when it can be. */
export async function addResult(tx: Tx, actor: Actor, actionId: string, input: ResultInput & { source: Source }): Promise<string> {
  const id = newId();
  const { n } = await tx.selectFrom('action_results').select((eb) => eb.fn.max('position').as('n')).where('action_id', '=', actionId).executeTakeFirstOrThrow();
  await tx
    .insertInto('action_results')
    .values({
      id, action_id: actionId, label: input.label, quantity: input.quantity, unit: input.unit,
      observed: input.observed?.value ?? null, observed_precision: input.observed?.precision ?? null, position: (n ?? -1) + 1,
    })
    .execute();
  await addSources(tx, actionId, [input.source], { field: resultField(id) });
  await recordChange(tx, actor, actionId, 'result', { resultat: [null, input.label], ...(input.quantity === null ? {} : { quantite: [null, input.quantity] }), ...(input.unit ? { unite: [null, input.unit] } : {}) });
  return id;
}

export async function removeResult(tx: Tx, actor: Actor, actionId: string, id: string): Promise<'removed' | { refused: 'unknown' }> {
  const gone = await tx.deleteFrom('action_results').where('id', '=', id).where('action_id', '=', actionId).returning(['label', 'quantity']).executeTakeFirst();
  if (!gone) return { refused: 'unknown' };
  await tx.deleteFrom('sheet_sources').where('sheet_id', '=', actionId).where('field', '=', resultField(id)).execute();
  await recordChange(tx, actor, actionId, 'result', { resultat: [gone.label, null] });
  return 'removed';
}

export async function listResults(db: Read, actionId: string): Promise<(Result & { sources: ResultSource[] })[]> {
  const rows = await db.selectFrom('action_results').selectAll().where('action_id', '=', actionId).orderBy('position').execute();
  const sources = rows.length ? await listResultSources(db, actionId, rows.map((row) => resultField(row.id))) : [];
  return rows.map((row) => ({
    id: row.id, label: row.label, quantity: row.quantity === null ? null : Number(row.quantity), unit: row.unit, observed: toDate(row.observed, row.observed_precision),
    sources: sources.filter((source) => source.field === resultField(row.id)),
  }));
}

export interface ResultSource {
  field: string | null;
  documentId: string;
  title: string;
  published: PartialDate | null;
  locator: string | null;
}

async function listResultSources(db: Read, actionId: string, fields: string[]): Promise<ResultSource[]> {
  const rows = await db
    .selectFrom('sheet_sources')
    .innerJoin('documents', 'documents.id', 'document_id')
    .select(['field', 'documents.id', 'title', 'published', 'published_precision', 'locator'])
    .where('sheet_id', '=', actionId)
    .where('field', 'in', fields)
    .execute();
  return rows.map((row) => ({ field: row.field, documentId: row.id, title: row.title, published: toDate(row.published, row.published_precision), locator: row.locator }));
}
