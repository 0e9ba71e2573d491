import { isId, type Read } from '~/platform/db/index.ts';
import { findStanding as findGroupStanding, mayInGroup } from '~/modules/groups/index.ts';
import { visibleTo, type Reader, type Right } from '~/sheets/index.ts';
import type { Kind } from './rules.ts';

/** Of somebody who reads a group's threads: whether they keep order there. */
export interface Standing {
  leads: boolean;
}

/** As the groups’ own policy says it: people and guests read, the chair and the host lead. A group that one only reads about: null. */
export async function findStanding(db: Read, reader: Reader, groupId: string, known?: Right | null): Promise<Standing | null> {
  const standing = await findGroupStanding(db, reader, groupId, known);
  return mayInGroup('read', standing) ? { leads: mayInGroup('lead', standing) } : null;
}

export interface Thread {
  id: string;
  kind: Kind;
  title: string;
  messages: number;
  accepted: number | null;
  accountId: string | null;
  group: { id: string; slug: string; title: string; lang: string } | null;
  about: { id: string; kind: string; slug: string; title: string } | null;
}

/** A thread as this reader has it. */
export interface OpenThread extends Thread {
  /** Names are shown between people who work together; elsewhere a function and a body. */
  named: boolean;
  leads: boolean;
  mayWrite: boolean;
  mayAccept: boolean;
  following: boolean;
  /** Up to which message this reader has read. */
  read: number;
}

/** Nothing when this reader may not read it: for them it does not exist. */
export async function findThread(db: Read, reader: Reader, id: string): Promise<OpenThread | undefined> {
  const { account } = reader;
  if (!account || !isId(id)) return undefined;
  const row = await db
    .selectFrom('discussions as d')
    .leftJoin('sheets as g', 'g.id', 'd.group_id')
    .leftJoin('sheets as s', (join) => join.onRef('s.id', '=', 'd.about_id').on(visibleTo(reader, 's')))
    .leftJoin('discussion_people as p', (join) => join.onRef('p.discussion_id', '=', 'd.id').on('p.account_id', '=', account.id))
    .select(['d.id', 'd.kind', 'd.title', 'd.messages', 'd.accepted', 'd.account_id', 'd.group_id', 'd.about_id', 'p.following', 'p.party', 'p.read',
      'g.slug as group_slug', 'g.title as group_title', 'g.lang as group_lang', 's.kind as about_kind', 's.slug as about_slug', 's.title as about_title'])
    .where('d.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const standing = await mayRead(db, reader, { kind: row.kind as Kind, groupId: row.group_id, party: row.party === true });
  if (!standing) return undefined;
  return {
    id: row.id, kind: row.kind as Kind, title: row.title, messages: row.messages, accepted: row.accepted, accountId: row.account_id,
    group: row.group_id && { id: row.group_id, slug: row.group_slug!, title: row.group_title!, lang: row.group_lang! } || null,
    about: row.about_kind && row.about_id ? { id: row.about_id, kind: row.about_kind, slug: row.about_slug!, title: row.about_title! } : null,
    named: row.group_id !== null || row.kind === 'conversation',
    leads: standing.leads,
    mayWrite: !account.suspended,
    mayAccept: row.kind === 'question' && !account.suspended && (row.account_id === account.id || standing.leads),
    following: row.following === true,
    read: row.read ?? 0,
  };
}

/** Members of a group read its threads, members of the platform the questions between peers, and a conversation is its people’s alone. */
async function mayRead(db: Read, reader: Reader, { kind, groupId, party }: { kind: Kind; groupId: string | null; party: boolean }): Promise<Standing | null> {
  if (kind === 'conversation') return party ? { leads: false } : null;
  if (groupId) return findStanding(db, reader, groupId);
  return reader.kind === 'member' ? { leads: mayKeepPeace(reader) } : null;
}

/** Between peers nobody chairs: those who animate a network, and the administrator. */
export const mayKeepPeace = ({ acting }: Reader) => acting?.role === 'animator' || acting?.role === 'administrator';
