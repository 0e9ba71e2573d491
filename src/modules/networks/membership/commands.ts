import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { recordChange, type Source } from '~/sheets/index.ts';

export type Standing = 'main' | 'thematic';

/** The place that an authority gives a network, in its own words: one at a time, beside what its documents said. */
export async function recordStanding(tx: Tx, actor: Actor, input: { networkId: string; authorityId: string; standing: Standing; source: Source }): Promise<void> {
  const before = await tx
    .deleteFrom('network_listings')
    .using('documents')
    .whereRef('documents.id', '=', 'network_listings.document_id')
    .where('nature', '=', 'contribution')
    .where('network_id', '=', input.networkId)
    .where('authority_id', '=', input.authorityId)
    .returning('standing')
    .executeTakeFirst();
  await tx
    .insertInto('network_listings')
    .values({ network_id: input.networkId, authority_id: input.authorityId, document_id: input.source.document, standing: input.standing, locator: input.source.locator ?? null })
    .execute();
  await recordChange(tx, actor, input.networkId, 'standing', { rang: [before?.standing ?? null, input.standing] });
}
