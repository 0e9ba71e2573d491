import { sql, type Read } from '~/platform/db/index.ts';
import { isMemberOf, speakingRoles, type Body, type Mandate, type Reader } from '~/sheets/index.ts';
import type { Group } from '../queries.ts';

export interface Comer {
  body: Body;
  /** In one click, or by a request. */
  way: 'join' | 'request';
}

/** What a group's door is for somebody who is not in it. */
export interface Door {
  comers: Comer[];
  /** Their request that waits. */
  request: { id: string; since: string } | null;
  /** What was last answered to them. */
  declined: { answer: string | null; by: string | null } | null;
  invitation: string | null;
  /** Nobody may come for these bodies, but it would be read by somebody who speaks for an authority. */
  explained: boolean;
}

/** The authorities and organisations for which this reader may be in the group. */
export function listSpeakable({ mandates = [], account }: Reader, { reserved }: Pick<Group, 'reserved'>): Mandate[] {
  if (account?.suspended) return [];
  const roles = reserved.length ? reserved : speakingRoles;
  const mine = mandates.filter(({ role, body }) => (roles as readonly string[]).includes(role) && (body?.kind === 'territory' || body?.kind === 'organisation'));
  return [...new Map(mine.map((one) => [one.body!.id, one])).values()];
}

/** Null: nothing is behind the door for this reader, and its address answers 404. */
export async function findDoor(db: Read, reader: Reader, group: Group): Promise<Door | null> {
  if (!reader.account || group.closed) return null;
  const comers: Comer[] = [];
  for (const { body } of listSpeakable(reader, group)) {
    const way = group.joining === 'invitation' ? null : group.joining === 'open' && (!group.reserved.length || (await isOfHost(db, reader, group, body!.id))) ? 'join' : 'request';
    if (way) comers.push({ body: body!, way });
  }
  const [request, declined, invitation] = await Promise.all([
    db.selectFrom('group_requests').select(['id', 'created_at']).where('group_id', '=', group.id).where('account_id', '=', reader.account.id).where('outcome', 'is', null).executeTakeFirst(),
    db.selectFrom('group_requests').select(['answer', 'answered_by as by']).where('group_id', '=', group.id).where('account_id', '=', reader.account.id).where('outcome', '=', 'declined').orderBy('answered_at', 'desc').limit(1).executeTakeFirst(),
    findInvitationOf(db, reader, group.id),
  ]);
  const explained = group.reserved.length === 0;
  if (!comers.length && !request && !invitation && !explained) return null;
  return { comers, request: request ? { id: request.id, since: String(request.created_at) } : null, declined: declined ?? null, invitation: invitation ?? null, explained };
}

/** A reserved space is for the members of the network that hosts it; others ask. */
async function isOfHost(db: Read, reader: Reader, { id, hostId }: Group, bodyId: string): Promise<boolean> {
  const named = await db.selectFrom('sheet_links').select('to_id').where('from_id', '=', id).where('to_id', '=', bodyId).where('role', '=', 'member').executeTakeFirst();
  return named !== undefined || (hostId !== null && (await isMemberOf(db, { kind: 'member', bodies: [bodyId], account: reader.account! }, hostId)));
}

async function findInvitationOf(db: Read, { account }: Reader, groupId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('group_invitations')
    .select('id')
    .where('group_id', '=', groupId)
    .where('outcome', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .where((eb) => eb.or([eb('account_id', '=', account!.id), eb(sql`lower(mail)`, '=', account!.mail.toLowerCase())]))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
