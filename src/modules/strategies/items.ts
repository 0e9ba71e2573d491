import type { Read, Tx } from '~/platform/db/index.ts';
import type { Source } from '~/sheets/index.ts';
import type { Part } from './rules.ts';

/** The field of the form, one line an item, and the part of the strategy that it writes. */
export const itemFields = [
  ['approche', 'approach'], ['atouts', 'asset'], ['methodes', 'method'], ['forces', 'strength'], ['marges', 'margin'],
  ['recommandations', 'recommendation'], ['rendre_compte', 'follow-up'],
] as const satisfies readonly (readonly [string, Part])[];

export async function readItems(db: Read, strategyId: string): Promise<Record<string, string[]>> {
  const rows = await db.selectFrom('strategy_items').select(['part', 'text']).where('strategy_id', '=', strategyId).orderBy('position').execute();
  return Object.fromEntries(itemFields.map(([field, part]) => [field, [rows.filter((row) => row.part === part).map((row) => row.text).join('\n')]]));
}

/** Writes the lines of one part. A line that was there keeps its source, its detail and how far it was followed. */
export async function updateItems(tx: Tx, strategyId: string, part: Part, lines: readonly string[], source: Source): Promise<void> {
  const before = await tx.selectFrom('strategy_items').selectAll().where('strategy_id', '=', strategyId).where('part', '=', part).execute();
  await tx.deleteFrom('strategy_items').where('strategy_id', '=', strategyId).where('part', '=', part).execute();
  const texts = [...new Set(lines)];
  if (!texts.length) return;
  await tx
    .insertInto('strategy_items')
    .values(texts.map((text, position) => {
      const kept = before.find((row) => row.text === text);
      return kept ? { ...kept, position } : { strategy_id: strategyId, part, position, text, document_id: source.document, locator: source.locator ?? null };
    }))
    .execute();
}

export async function listTexts(db: Read, strategyId: string, part: Part): Promise<string[]> {
  const rows = await db.selectFrom('strategy_items').select('text').where('strategy_id', '=', strategyId).where('part', '=', part).orderBy('position').execute();
  return rows.map((row) => row.text);
}
