import { newId, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { changeSheetState, createSheet, type SheetInput, type SheetRef, type Source, type StateChange } from '~/sheets/index.ts';
import type { Family, Part, Standing, Tier } from './rules.ts';

export interface StrategyInput extends Pick<SheetInput, 'slug' | 'type' | 'title' | 'context' | 'names' | 'summary' | 'themes' | 'start' | 'startMeaning' | 'end' | 'sources' | 'visibility'> {
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
