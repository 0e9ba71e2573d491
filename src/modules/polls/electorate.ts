import { sql, type Read } from '~/platform/db/index.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import { listRegistered } from '~/modules/meetings/index.ts';
import { isMemberOf, listMemberAccounts, listMemberBodies, speakingRoles, type Choice, type Reader } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import type { Electorate, Poll } from './types.ts';

/** Roles that may ask the members of a network or of the instance. */
const askingAll = new Set(['animator', 'administrator']);

export function mayAsk({ acting, groups = [], kind }: Reader): boolean {
  return acting !== undefined && kind === 'member' && (askingAll.has(acting.role) || acting.role === 'chair' || groups.length > 0);
}

/** Whom this reader may ask: all members, the network that they animate, their groups, those who come to a meeting that their body organises. */
export async function listElectorates(db: Read, reader: Reader, lang: Lang): Promise<Choice[]> {
  const t = translator(messages, lang);
  const { acting } = reader;
  if (!acting || !mayAsk(reader)) return [];
  const choices: Choice[] = [];
  if (acting.role === 'animator' && acting.body) choices.push([`network:${acting.body.id}`, t('electorate.network', { title: acting.body.title })]);
  if (askingAll.has(acting.role)) choices.push(['instance', t('electorate.instance')]);
  const { rows } = await sql<{ id: string; kind: string; title: string }>`
    select id, kind, title from sheets where kind = 'group' and merged_into is null and id = any(${[...(reader.groups ?? []), ...(acting.role === 'chair' ? reader.bodies : [])]}::uuid[])
    union all (
      select s.id, s.kind, s.title from sheet_links l join sheets s on s.id = l.from_id and s.kind = 'event' and s.merged_into is null
      where l.to_id = ${acting.body?.id ?? null}::uuid and l.role in ('holder', 'host', 'organiser') and coalesce(s.end_date, s.start_date) >= to_char(current_date - 60, 'YYYY-MM-DD')
      order by s.start_date desc limit 20)`.execute(db);
  return [...choices, ...rows.map(({ id, kind, title }): Choice => [`${kind}:${id}`, t(kind === 'group' ? 'electorate.group' : 'electorate.event', { title })])];
}

export function readElectorate(value: string): { electorate: Electorate; roomId: string | null } {
  const [electorate = '', roomId = null] = value.split(':');
  return { electorate: electorate as Electorate, roomId };
}

type Asked = Pick<Poll, 'electorate' | 'roomId' | 'voters'>;

export interface Elector {
  /** The body or the account. */
  voter: string;
  bodyId: string | null;
  accountId: string;
}

/** Everybody who may cast a ballot: one line an account and body. Guests have a voice, not a vote. */
export async function listElectors(db: Read, poll: Asked): Promise<Elector[]> {
  const people = await listPeople(db, poll);
  const able = poll.voters === 'person' ? people : people.filter(({ bodyId }) => bodyId !== null);
  return able.map(({ accountId, bodyId }) => ({ accountId, bodyId, voter: poll.voters === 'body' ? bodyId! : accountId }));
}

type Person = Pick<Elector, 'accountId' | 'bodyId'>;

async function listPeople(db: Read, { electorate, roomId }: Asked): Promise<Person[]> {
  if (electorate === 'instance') return (await listMemberAccounts(db, null)).map(toPerson);
  if (roomId === null) return [];
  if (electorate === 'network') return (await listMemberAccounts(db, roomId)).map(toPerson);
  if (electorate === 'group') return listInGroup(db, roomId);
  const registered = await listRegistered(db, roomId);
  return registered.flatMap(({ accountId, bodyId, state }) => (accountId && state === 'registered' ? [{ accountId, bodyId }] : []));
}

const toPerson = ({ id, bodyId }: { id: string; bodyId: string | null }): Person => ({ accountId: id, bodyId });

/** Those who are in the group, not all who work for its members: they do not see what it asks. */
async function listInGroup(db: Read, groupId: string, accountId?: string): Promise<Person[]> {
  return db.selectFrom('group_places').innerJoin('accounts', 'accounts.id', 'account_id').select(['accounts.id as accountId', 'body_id as bodyId'])
    .where('group_id', '=', groupId).where('standing', '=', 'member').where('closed_at', 'is', null)
    .$if(accountId !== undefined, (query) => query.where('account_id', '=', accountId!)).execute();
}

/** Those whose ballot would count: a member body with nobody to vote for it yet counts too, somebody may come. */
export async function countElectors(db: Read, poll: Asked): Promise<number> {
  const { voters, electorate, roomId } = poll;
  if (voters === 'body' && electorate === 'instance') return (await listMemberBodies(db, null)).length;
  if (voters === 'body' && electorate === 'network' && roomId) return (await listMemberBodies(db, roomId)).length;
  return new Set((await listElectors(db, poll)).map(({ voter }) => voter)).size;
}

/** What this reader votes as, with the mandate that they act with; nothing when they have no vote here. Asks of one person, however many may vote. */
export async function findElector(db: Read, poll: Asked, reader: Reader): Promise<Elector | undefined> {
  const { account, acting } = reader;
  if (!account) return undefined;
  const speaks = acting?.body && speakingRoles.includes(acting.role) ? acting.body.id : null;
  if (poll.voters === 'person') return (await isIn(db, poll, reader)) ? { voter: account.id, bodyId: speaks, accountId: account.id } : undefined;
  if (!speaks) return undefined;
  return (await isIn(db, poll, reader, speaks)) ? { voter: speaks, bodyId: speaks, accountId: account.id } : undefined;
}

/** In the electorate: for this body, or for any that they speak for. */
async function isIn(db: Read, { electorate, roomId }: Asked, reader: Reader, body?: string): Promise<boolean> {
  const spoken = (reader.mandates ?? []).flatMap((mandate) => (mandate.body && speakingRoles.includes(mandate.role) ? [mandate.body.id] : []));
  const bodies = body ? [body] : spoken;
  if (electorate === 'instance') return bodies.length > 0;
  if (roomId === null) return false;
  if (electorate === 'network') return bodies.length > 0 && isMemberOf(db, { kind: 'member', bodies }, roomId);
  const isOne = (person: Person) => body === undefined || person.bodyId === body;
  if (electorate === 'group') return (await listInGroup(db, roomId, reader.account!.id)).some(isOne);
  const own = await db.selectFrom('registrations').select(['account_id', 'body_id as bodyId']).where('meeting_id', '=', roomId).where('account_id', '=', reader.account!.id).where('state', '=', 'registered').executeTakeFirst();
  return own !== undefined && (body === undefined || own.bodyId === body);
}
