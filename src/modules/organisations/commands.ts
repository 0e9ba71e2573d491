import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { createSheet, type NameKind, type SheetRef, type Source } from '~/sheets/index.ts';
import type { OrganisationType } from './rules.ts';

export interface OrganisationInput {
  slug: string;
  type: OrganisationType;
  title: string;
  names?: { name: string; kind: NameKind }[];
  summary?: string;
  /** ISO code of the country it belongs to; none for what belongs to several. */
  country?: string;
  /** A surprise to tell readers of: a spelling that is our guess. */
  note?: string;
  sources: Source[];
}

export function createOrganisation(tx: Tx, actor: Actor, { country, note, ...rest }: OrganisationInput): Promise<SheetRef> {
  return createSheet(tx, actor, { kind: 'organisation', ...rest, countries: country ? [country] : [], facts: note ? [{ field: 'note', value: note, sources: rest.sources }] : [] });
}
