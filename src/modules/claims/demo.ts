import type { Tx } from '~/platform/db/index.ts';
import type { World } from '~/sheets/index.ts';

/** Regional networks answer for the authorities of their region, where the documents say which region that is. */
const areas: Record<string, string> = { 'so-cooperation': 'region-nouvelle-aquitaine' };

export async function demo(tx: Tx, world: World): Promise<void> {
  for (const [network, territory] of Object.entries(areas)) {
    await tx.insertInto('network_areas').values({ network_id: world.id('network', network), territory_id: world.id('territory', territory) }).execute();
  }
}
