import { newId, type Read, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { patchSheet, recordChange, type Source } from '~/sheets/index.ts';
import { buildBody } from './edit.ts';
import type { Family, Tier } from './rules.ts';

export interface PriorityInput {
  strategyId: string;
  /** The one that this takes the place of. */
  id: string | null;
  family: Family;
  rank: number;
  tier: Tier | null;
  label: string;
  rationale: string | null;
  zones: string[];
  themes: string[];
  source: Source;
}

export async function addPriority(tx: Tx, actor: Actor, { strategyId, id, source, ...input }: PriorityInput): Promise<'added' | { refused: 'unknown' }> {
  const before = id ? await findPriority(tx, strategyId, id) : undefined;
  if (id && before?.family !== input.family) return { refused: 'unknown' };
  const { last } = await tx.selectFrom('strategy_priorities').select((eb) => eb.fn.max('position').as('last')).where('strategy_id', '=', strategyId).where('family', '=', input.family).executeTakeFirstOrThrow();
  if (before) await tx.updateTable('strategy_priorities').set(input).where('id', '=', before.id).execute();
  else await tx.insertInto('strategy_priorities').values({ id: newId(), strategy_id: strategyId, ...input, position: (last ?? -1) + 1, document_id: source.document, locator: source.locator ?? null }).execute();
  await patchSheet(tx, strategyId, { body: await buildBody(tx, strategyId) });
  await recordChange(tx, actor, strategyId, 'priority', { libelle: [before?.label ?? null, input.label], rang: [before?.rank ?? null, input.rank] });
  return 'added';
}

export async function removePriority(tx: Tx, actor: Actor, strategyId: string, id: string): Promise<'removed' | { refused: 'unknown' }> {
  const gone = await tx.deleteFrom('strategy_priorities').where('id', '=', id).where('strategy_id', '=', strategyId).returning(['label', 'rank']).executeTakeFirst();
  if (!gone) return { refused: 'unknown' };
  await patchSheet(tx, strategyId, { body: await buildBody(tx, strategyId) });
  await recordChange(tx, actor, strategyId, 'priority', { libelle: [gone.label, null], rang: [gone.rank, null] });
  return 'removed';
}

export async function findPriority(db: Read, strategyId: string, id: string) {
  return (await listPriorities(db, strategyId)).find((row) => row.id === id);
}

export async function listPriorities(db: Read, strategyId: string) {
  return db
    .selectFrom('strategy_priorities')
    .select(['id', 'family', 'rank', 'tier', 'label', 'rationale', 'zones', 'themes'])
    .where('strategy_id', '=', strategyId)
    .orderBy('rank', (order) => order.nullsLast())
    .orderBy('position')
    .execute();
}
