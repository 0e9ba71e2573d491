import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { updateAims } from './commands.ts';

/** « Au moins une réunion physique/an », « 2/3 webinaires par an »: said at the launch of 2022, for every year since. */
export async function demo(tx: Tx, world: World): Promise<void> {
  await updateAims(tx, instance, { networkId: world.id('network', 'so-cooperation'), year: 2022, low: 2, high: 3, physical: 1, source: parseSeedSource('003_5f47d3a2ad84e6cd.txt#L163-164') });
}
