import { sql, type Read } from '~/platform/db/index.ts';
import { findRight, type Reader, type Right } from '~/sheets/index.ts';

/** What somebody is in a group: `host` animates the network that hosts it. */
export type Standing = 'guest' | 'member' | 'chair' | 'host' | 'administrator';

/** `write`: add documents and versions; `lead`: answer, invite, end somebody's place; `appoint`: say who chairs. */
export type Gesture = 'read' | 'write' | 'lead' | 'appoint';

const allowed: Record<Gesture, readonly Standing[]> = {
  read: ['guest', 'member', 'chair', 'host', 'administrator'],
  write: ['member', 'chair', 'host', 'administrator'],
  lead: ['chair', 'host', 'administrator'],
  appoint: ['host', 'administrator'],
};

export function mayInGroup(gesture: Gesture, standing: Standing | null): boolean {
  return standing !== null && allowed[gesture].includes(standing);
}

/** Whether this reader is one of the group's people, guests and the animators of its host included: no query. */
export function isGroupMember(reader: Reader, groupId: string): boolean {
  return reader.groups?.includes(groupId) === true || reader.bodies.includes(groupId);
}

/** What this reader is in the group, by the mandate that they act with first; null: nobody there. `known`: their right, where a page has read it. */
export async function findStanding(db: Read, reader: Reader, groupId: string, known?: Right | null): Promise<Standing | null> {
  if (!reader.account) return null;
  const right = known === undefined ? await findRight(db, reader, groupId) : known;
  if (right === 'administrator') return 'administrator';
  if (right === 'own') return reader.acting!.role === 'chair' ? 'chair' : 'host';
  if (!isGroupMember(reader, groupId)) return null;
  // Somebody suspended reads, and writes nothing.
  if (reader.account.suspended) return 'guest';
  if (reader.mandates?.some(({ role, body }) => body?.id === groupId && role === 'chair')) return 'member';
  const { rows } = await sql<{ standing: 'member' | 'guest' }>`
    select standing from group_places where group_id = ${groupId}::uuid and account_id = ${reader.account.id}::uuid`.execute(db);
  return rows[0]?.standing ?? 'guest';
}
