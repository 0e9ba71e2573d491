import { newId, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { addLinks, changeSheetState, createSheet, refreshSheet, type SheetInput, type SheetRef, type Source, type StateChange } from '~/sheets/index.ts';
import { mayCount, type Basis, type Family, type Part, type Standing, type Tier } from './rules.ts';

export interface StrategyInput extends Pick<SheetInput, 'slug' | 'type' | 'title' | 'context' | 'names' | 'summary' | 'themes' | 'start' | 'startMeaning' | 'end' | 'sources'> {
  holderId: string;
  standing: Standing;
  ambition?: string | null;
  adopted?: { on: PartialDate; by: string | null } | null;
  presentedBy?: string | null;
  effectiveFrom?: PartialDate | null;
  follows?: string | null;
  states: StateChange[];
  items: { part: Part; text: string; detail?: string | null; source: Source }[];
  priorities: { family: Family; rank?: number | null; tier?: Tier | null; label: string; rationale?: string | null; zones?: string[]; themes?: string[]; source: Source }[];
}

export async function createStrategy(tx: Tx, actor: Actor, input: StrategyInput): Promise<SheetRef> {
  const { holderId, standing, ambition, adopted, presentedBy, effectiveFrom, follows, states, items, priorities, ...sheetInput } = input;
  const [first, ...later] = states;
  // What others propose for an authority is neither its own nor in its hands.
  const isOwn = standing !== 'proposal';
  const sheet = await createSheet(tx, actor, {
    kind: 'strategy',
    ...sheetInput,
    ownerId: isOwn ? holderId : null,
    state: first,
    body: [ambition, ...items.map((item) => item.text), ...priorities.map((priority) => priority.label)].filter(Boolean).join(' '),
    links: [{ role: isOwn ? 'holder' : 'wished', to: holderId }],
    weight: items.length,
  });
  for (const change of later) await changeSheetState(tx, actor, sheet.id, change);
  await tx
    .insertInto('strategies')
    .values({
      sheet_id: sheet.id, standing, ambition: ambition ?? null,
      adopted_on: adopted?.on.value ?? null, adopted_precision: adopted?.on.precision ?? null, adopted_by: adopted?.by ?? null,
      presented_by: presentedBy ?? null,
      effective_from: effectiveFrom?.value ?? null, effective_precision: effectiveFrom?.precision ?? null, follows: follows ?? null,
    })
    .execute();
  await addItems(tx, sheet.id, items);
  await addPriorities(tx, sheet.id, priorities);
  return sheet;
}

async function addItems(tx: Tx, strategyId: string, items: StrategyInput['items']): Promise<void> {
  if (!items.length) return;
  const rows = items.map(({ part, text, detail, source }, position) => ({
    strategy_id: strategyId, part, position, text, detail: detail ?? null, document_id: source.document, locator: source.locator ?? null,
  }));
  await tx.insertInto('strategy_items').values(rows).execute();
}

async function addPriorities(tx: Tx, strategyId: string, priorities: StrategyInput['priorities']): Promise<void> {
  if (!priorities.length) return;
  const rows = priorities.map(({ source, ...one }, position) => ({
    id: newId(), strategy_id: strategyId, family: one.family, rank: one.rank ?? null, tier: one.tier ?? null, label: one.label,
    rationale: one.rationale ?? null, zones: one.zones ?? [], themes: one.themes ?? [], position, document_id: source.document, locator: source.locator ?? null,
  }));
  await tx.insertInto('strategy_priorities').values(rows).execute();
}

export interface ObjectiveInput extends Pick<SheetInput, 'title' | 'summary' | 'themes' | 'sources'> {
  strategyId: string;
  number: number;
  short: string;
  transversal?: 'stated' | 'implied' | null;
  commitments?: string[];
}

/** Numbers are unique in a strategy; the address keeps the number. */
export async function createObjective(tx: Tx, actor: Actor, input: ObjectiveInput): Promise<SheetRef | { refused: 'number-taken' }> {
  const { strategyId, number, short, transversal = null, commitments = [], ...sheetInput } = input;
  const strategy = await tx.selectFrom('sheets').select(['slug', 'context', 'owner_id']).where('id', '=', strategyId).where('kind', '=', 'strategy').forUpdate().executeTakeFirstOrThrow();
  const taken = await tx.selectFrom('objectives').select('sheet_id').where('strategy_id', '=', strategyId).where('number', '=', number).executeTakeFirst();
  if (taken) return { refused: 'number-taken' };
  const sheet = await createSheet(tx, actor, {
    kind: 'objective',
    ...sheetInput,
    slug: `${strategy.slug}-${number}`,
    context: strategy.context,
    ownerId: strategy.owner_id,
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

async function listHolders(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.selectFrom('sheet_links').select('to_id').where('from_id', '=', id).where('role', '=', 'holder').execute();
  return rows.map((row) => row.to_id);
}
