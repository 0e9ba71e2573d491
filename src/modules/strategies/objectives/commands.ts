import type { Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { addLinks, createSheet, findFreeSlug, refreshSheet, type SheetInput, type SheetRef } from '~/sheets/index.ts';
import { mayCount, type Basis } from '../rules.ts';

export interface ObjectiveInput extends Pick<SheetInput, 'title' | 'summary' | 'themes' | 'sources'> {
  strategyId: string;
  number: number;
  short: string;
  transversal?: 'stated' | 'implied' | null;
  commitments?: string[];
}

/** Numbers are unique in a strategy; the address keeps the number it was born with. */
export async function createObjective(tx: Tx, actor: Actor, input: ObjectiveInput): Promise<SheetRef | { refused: 'number-taken' }> {
  const { strategyId, number, short, transversal = null, commitments = [], ...sheetInput } = input;
  const strategy = await tx.selectFrom('sheets').select(['slug', 'context', 'owner_id', 'visibility']).where('id', '=', strategyId).where('kind', '=', 'strategy').forUpdate().executeTakeFirstOrThrow();
  const taken = await tx.selectFrom('objectives').select('sheet_id').where('strategy_id', '=', strategyId).where('number', '=', number).executeTakeFirst();
  if (taken) return { refused: 'number-taken' };
  const sheet = await createSheet(tx, actor, {
    kind: 'objective',
    ...sheetInput,
    slug: await findFreeSlug(tx, 'objective', `${strategy.slug}-${number}`),
    context: strategy.context,
    ownerId: strategy.owner_id,
    // as far as its strategy is shown
    visibility: strategy.visibility as 'public',
    body: [short, ...commitments].join(' '),
    links: [{ role: 'strategy', to: strategyId }, ...(strategy.owner_id ? [{ role: 'holder', to: strategy.owner_id }] : [])],
  });
  await tx.insertInto('objectives').values({ sheet_id: sheet.id, strategy_id: strategyId, number, short, transversal, commitments }).execute();
  return sheet;
}

/** Makes an action count for an objective, and says on which ground. */
export async function attachAction(tx: Tx, actor: Actor, input: { actionId: string; objectiveId: string; basis: Basis }): Promise<'attached' | { refused: 'other-authority' }> {
  const objective = await tx.selectFrom('objectives').select('strategy_id').where('sheet_id', '=', input.objectiveId).executeTakeFirstOrThrow();
  const [action, strategy] = await Promise.all([listHolders(tx, input.actionId), listHolders(tx, objective.strategy_id)]);
  if (!mayCount(action, strategy)) return { refused: 'other-authority' };
  await tx.insertInto('objective_actions').values({ objective_id: input.objectiveId, action_id: input.actionId, basis: input.basis }).execute();
  await addLinks(tx, input.actionId, [{ role: 'objective', to: input.objectiveId }]);
  await refreshSheet(tx, input.actionId);
  await recordEvent(tx, { name: 'objective.action', sheetId: input.objectiveId, actor, changes: { action: [null, input.actionId] } });
  return 'attached';
}

/** The action no longer counts for the objective. */
export async function removeAction(tx: Tx, actor: Actor, actionId: string, objectiveId: string): Promise<void> {
  await tx.deleteFrom('objective_actions').where('objective_id', '=', objectiveId).where('action_id', '=', actionId).execute();
  await tx.deleteFrom('sheet_links').where('from_id', '=', actionId).where('role', '=', 'objective').where('to_id', '=', objectiveId).execute();
  await recordEvent(tx, { name: 'objective.action', sheetId: objectiveId, actor, changes: { action: [actionId, null] } });
}

/** The number is another one's when somebody else has it in the same strategy. */
export async function updateNumber(tx: Tx, objectiveId: string, number: number): Promise<'updated' | { refused: 'number-taken' }> {
  const own = await tx.selectFrom('objectives').select('strategy_id').where('sheet_id', '=', objectiveId).executeTakeFirstOrThrow();
  // Two renumberings of one strategy come one after the other.
  await tx.selectFrom('strategies').select('sheet_id').where('sheet_id', '=', own.strategy_id).forUpdate().execute();
  const taken = await tx.selectFrom('objectives').select('sheet_id').where('strategy_id', '=', own.strategy_id).where('number', '=', number).where('sheet_id', '<>', objectiveId).executeTakeFirst();
  if (taken) return { refused: 'number-taken' };
  await tx.updateTable('objectives').set({ number }).where('sheet_id', '=', objectiveId).execute();
  return 'updated';
}

async function listHolders(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.selectFrom('sheet_links').select('to_id').where('from_id', '=', id).where('role', '=', 'holder').execute();
  return rows.map((row) => row.to_id);
}
