import { newId, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { addLinks, addSources, createSheet, refreshSheet, toDate, type SheetInput, type SheetRef, type Source } from '~/sheets/index.ts';
import { clashes, isMembership, type Role, type Scale } from './rules.ts';

export interface Listing {
  authority: string;
  standing: 'main' | 'thematic' | 'named';
  source: Source;
}

export interface NetworkInput extends Pick<SheetInput, 'slug' | 'type' | 'title' | 'context' | 'names' | 'summary' | 'themes' | 'places' | 'facts' | 'sources' | 'weight'> {
  scale: Scale;
  founded?: PartialDate;
  founders?: string[];
  aims?: string[];
  note?: string | null;
  listings?: Listing[];
}

export async function createNetwork(tx: Tx, actor: Actor, input: NetworkInput): Promise<SheetRef> {
  const { scale, founded, founders = [], aims = [], note = null, listings = [], ...sheetInput } = input;
  const sheet = await createSheet(tx, actor, {
    kind: 'network',
    ...sheetInput,
    body: [...aims, ...founders, note].filter(Boolean).join(' '),
    start: founded,
    startMeaning: founded ? 'founded' : null,
  });
  await tx.insertInto('networks').values({ sheet_id: sheet.id, scale, aims, founders, note }).execute();
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

export interface RoleInput {
  networkId: string;
  role: Role;
  scope?: string | null;
  since?: PartialDate | null;
  until?: PartialDate | null;
  hostingPlace?: string | null;
  note?: string | null;
  /** Together, the first one first. A label stands for an authority that the document does not name. */
  holders: ({ authorityId: string } | { label: string })[];
  sources: Source[];
}

/** Refused when somebody else presides the same thing at the same time. */
export async function addNetworkRole(tx: Tx, actor: Actor, input: RoleInput): Promise<{ id: string } | { refused: 'presidency-held' }> {
  if (!input.holders.length) throw new RangeError('A role has a holder');
  if (!input.sources.length) throw new RangeError('A role needs a source');
  const term = { role: input.role, scope: input.scope ?? null, since: input.since ?? null, until: input.until ?? null };
  const held = await tx.selectFrom('network_roles').selectAll().where('network_id', '=', input.networkId).orderBy('position').forUpdate().execute();
  const isHeld = held.some((row) =>
    clashes(term, { role: row.role as Role, scope: row.scope, since: toDate(row.since, row.since_precision), until: toDate(row.until, row.until_precision) }),
  );
  if (isHeld) return { refused: 'presidency-held' };
  const id = newId();
  await tx
    .insertInto('network_roles')
    .values({
      id, network_id: input.networkId, role: input.role, scope: term.scope,
      since: term.since?.value ?? null, since_precision: term.since?.precision ?? null,
      until: term.until?.value ?? null, until_precision: term.until?.precision ?? null,
      hosting_place: input.hostingPlace ?? null, note: input.note ?? null, position: held.length,
    })
    .execute();
  await addHolders(tx, id, input);
  await addSources(tx, input.networkId, input.sources, { field: roleField(id) });
  await refreshSheet(tx, input.networkId);
  await recordEvent(tx, { name: 'network.role', sheetId: input.networkId, actor, changes: { [input.role]: [null, input.scope ?? true] } });
  return { id };
}

/** Sources of a role hang on the network's sheet under this field. */
export function roleField(roleId: string): string {
  return `role.${roleId}`;
}

async function addHolders(tx: Tx, roleId: string, input: RoleInput): Promise<void> {
  await tx
    .insertInto('network_role_holders')
    .values(
      input.holders.map((holder, position) => ({
        role_id: roleId,
        position,
        authority_id: 'authorityId' in holder ? holder.authorityId : null,
        label: 'label' in holder ? holder.label : null,
      })),
    )
    .execute();
  const link = isMembership(input.role) ? 'member' : 'wished';
  await addLinks(tx, input.networkId, input.holders.flatMap((holder) => ('authorityId' in holder ? [{ role: link, to: holder.authorityId }] : [])));
}
