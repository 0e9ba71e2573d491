import type { Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';

export interface AimsInput {
  networkId: string;
  year: number;
  low: number;
  high: number;
  physical: number;
  source?: { document: string; locator?: string };
}

export type AimsRefusal = { refused: 'numbers' | 'order' | 'year'; field: string };

const isCount = (n: number) => Number.isInteger(n) && n >= 0 && n <= 100;

/** They hold from that year until others are set. */
export async function updateAims(tx: Tx, actor: Actor, { networkId, year, low, high, physical, source }: AimsInput): Promise<'updated' | AimsRefusal> {
  if (!Number.isInteger(year) || year < 2000 || year > 2100) return { refused: 'year', field: 'annee' };
  if (!isCount(low)) return { refused: 'numbers', field: 'webinaires' };
  if (!isCount(high)) return { refused: 'numbers', field: 'webinaires_au_plus' };
  if (!isCount(physical)) return { refused: 'numbers', field: 'reunions' };
  if (high < low) return { refused: 'order', field: 'webinaires_au_plus' };
  const values = { webinars_low: low, webinars_high: high, physical, document_id: source?.document ?? null, locator: source?.locator ?? null, set_by: actor.name };
  await tx.insertInto('network_aims').values({ network_id: networkId, year, ...values }).onConflict((oc) => oc.columns(['network_id', 'year']).doUpdateSet(values)).execute();
  await recordEvent(tx, { name: 'network.aims', sheetId: networkId, actor });
  return 'updated';
}
