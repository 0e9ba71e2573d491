import type { Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { addLinks, createSheet, type SheetInput, type SheetRef, type Source } from '~/sheets/index.ts';
import type { Scale } from './rules.ts';

export interface Listing {
  authority: string;
  standing: 'main' | 'thematic' | 'named';
  source: Source;
}

export interface NetworkInput extends Pick<SheetInput, 'slug' | 'type' | 'title' | 'context' | 'names' | 'summary' | 'themes' | 'places' | 'facts' | 'sources' | 'weight' | 'ownerId'> {
  scale: Scale;
  founded?: PartialDate;
  founders?: string[];
  aims?: string[];
  note?: string | null;
  site?: string | null;
  listings?: Listing[];
}

export async function createNetwork(tx: Tx, actor: Actor, input: NetworkInput): Promise<SheetRef> {
  const { scale, founded, founders = [], aims = [], note = null, site = null, listings = [], ...sheetInput } = input;
  const sheet = await createSheet(tx, actor, {
    kind: 'network',
    ...sheetInput,
    body: [...aims, ...founders, note].filter(Boolean).join(' '),
    start: founded,
    startMeaning: founded ? 'founded' : null,
  });
  await tx.insertInto('networks').values({ sheet_id: sheet.id, scale, aims, founders, note, site }).execute();
  for (const { authority, standing, source } of listings) {
    await tx
      .insertInto('network_listings')
      .values({ network_id: sheet.id, authority_id: authority, document_id: source.document, standing, locator: source.locator ?? null })
      .execute();
  }
  return sheet;
}

/** The larger network that this one belongs to. */
export async function setParentNetwork(tx: Tx, actor: Actor, id: string, parentId: string): Promise<void> {
  if (id === parentId) throw new RangeError('A network does not belong to itself');
  await tx.deleteFrom('sheet_links').where('from_id', '=', id).where('role', '=', 'parent').execute();
  await addLinks(tx, id, [{ role: 'parent', to: parentId }]);
  await recordEvent(tx, { name: 'network.parent', sheetId: id, actor, changes: { parent: [null, parentId] } });
}
