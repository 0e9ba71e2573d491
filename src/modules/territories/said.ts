import type { Read } from '~/platform/db/index.ts';
import type { Reader } from '~/sheets/index.ts';
import { findContact, type Contact } from './contacts.ts';
import { listOwnNames, listOwnNamings, listTerritoryNamings, type OwnNames, type OwnNaming } from './namings.ts';
import type { Naming } from './queries.ts';
import { listPredecessors, type Predecessor } from './successors.ts';

/** What the people of a territory say of it. */
export interface Said {
  contact: Contact | undefined;
  predecessors: Predecessor[];
  names: OwnNames;
  namings: OwnNaming[];
  /** Who writes this territory otherwise. */
  namedBy: Naming[];
  /** Somebody has a mandate on it. */
  kept: boolean;
}

export async function getSaid(db: Read, reader: Reader, id: string): Promise<Said> {
  const [contact, predecessors, names, namings, namedBy, mandate] = await Promise.all([
    findContact(db, id),
    listPredecessors(db, id),
    listOwnNames(db, id),
    listOwnNamings(db, id),
    listTerritoryNamings(db, reader, id),
    db.selectFrom('mandates').select('id').where('body_id', '=', id).where('ended_at', 'is', null).limit(1).executeTakeFirst(),
  ]);
  return { contact, predecessors, names, namings, namedBy: namedBy.map((one) => ({ ...one, country: '' })), kept: mandate !== undefined };
}
