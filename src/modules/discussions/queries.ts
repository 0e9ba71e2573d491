import { sql, type Read } from '~/platform/db/index.ts';
import type { Reader } from '~/sheets/index.ts';
import { pageSize, type Kind } from './rules.ts';
import type { OpenThread } from './rooms.ts';

export interface ThreadLine {
  id: string;
  kind: Kind;
  title: string;
  messages: number;
  answered: boolean;
  lastAt: string;
  /** Who opened it: a function and a body; their name where people work together. */
  author: string | null;
  body: string | null;
  name: string | null;
  following: boolean;
  /** Messages since the last reading; null for who never opened it. */
  unread: number | null;
  group: { slug: string; title: string } | null;
}

type Row = Omit<ThreadLine, 'group'> & { group_slug: string | null; group_title: string | null };

const toLine = ({ group_slug, group_title, ...row }: Row): ThreadLine => ({ ...row, group: group_slug && group_title ? { slug: group_slug, title: group_title } : null });

/** Threads that `where` names, for one account; the last spoken first. */
async function listLines(db: Read, accountId: string, where: ReturnType<typeof sql>, { page = 1, size = pageSize }: { page?: number; size?: number } = {}): Promise<ThreadLine[]> {
  const { rows } = await sql<Row>`
    select d.id, d.kind, d.title, d.messages, d.accepted is not null as answered, d.last_at::text as "lastAt", m.author, b.title as body,
      case when d.group_id is not null or d.kind = 'conversation' then a.name end as name,
      coalesce(p.following, false) as following, case when p.account_id is not null then d.messages - p.read end as unread, g.slug as group_slug, g.title as group_title
    from discussions d
    join discussion_messages m on m.discussion_id = d.id and m.position = 1
    left join accounts a on a.id = d.account_id and a.closed_at is null
    left join sheets b on b.id = m.body_id
    left join sheets g on g.id = d.group_id
    left join discussion_people p on p.discussion_id = d.id and p.account_id = ${accountId}::uuid
    where ${where} order by d.last_at desc, d.id limit ${size} offset ${(page - 1) * size}`.execute(db);
  return rows.map(toLine);
}

export interface ThreadList {
  lines: ThreadLine[];
  total: number;
}

export async function listGroupThreads(db: Read, reader: Reader, groupId: string, options: { page?: number; size?: number } = {}): Promise<ThreadList> {
  const [lines, total] = await Promise.all([
    listLines(db, reader.account!.id, sql`d.group_id = ${groupId}::uuid`, options),
    db.selectFrom('discussions').select((eb) => eb.fn.countAll<number>().as('n')).where('group_id', '=', groupId).executeTakeFirstOrThrow(),
  ]);
  return { lines, total: total.n };
}

/** Questions between peers of the whole platform; `open`: those that nobody has answered yet. */
export async function listPeerQuestions(db: Read, reader: Reader, { open = false, ...options }: { open?: boolean; page?: number; size?: number } = {}): Promise<ThreadList> {
  const where = sql`d.group_id is null and d.kind = 'question' ${open ? sql`and d.messages = 1` : sql``}`;
  const [lines, total] = await Promise.all([
    listLines(db, reader.account!.id, where, options),
    sql<{ n: number }>`select count(*) as n from discussions d where ${where}`.execute(db),
  ]);
  return { lines, total: total.rows[0]!.n };
}

/** Private conversations of one account, and the threads that it follows. What it may no longer read is left out by `mayRead`. */
export async function listMine(db: Read, accountId: string, mayRead: ReturnType<typeof sql>, kind: 'conversations' | 'followed', page: number): Promise<ThreadLine[]> {
  const mine = sql`d.id in (select discussion_id from discussion_people where account_id = ${accountId}::uuid and following)`;
  return listLines(db, accountId, kind === 'conversations' ? sql`d.kind = 'conversation' and ${mine}` : sql`d.kind <> 'conversation' and ${mine} and ${mayRead}`, { page });
}

export interface MessageShown {
  id: string;
  position: number;
  author: string;
  name: string | null;
  body: { kind: string; slug: string; title: string; lang: string } | null;
  text: string;
  at: string;
  byMail: boolean;
  lostFiles: number;
  editedAt: string | null;
  removedBy: 'author' | 'lead' | null;
  reason: string | null;
  mine: boolean;
  files: { id: string; kind: 'photo' | 'document'; name: string; bytes: number }[];
  /** Somebody asked those who lead to look at it. */
  reported: boolean;
}

/**
 * Messages of one page, by their places: as quick for the last of ten thousand as for the first. The limit is for the planner:
 * low places are the commonest of all threads, and it would expect thousands of rows and read every sheet to join them.
 */
export async function listMessages(db: Read, reader: Reader, thread: OpenThread, from: number, to: number): Promise<MessageShown[]> {
  const { rows } = await sql<Omit<MessageShown, 'files' | 'body'> & { files: MessageShown['files'] | null; body: MessageShown['body'] }>`
    select m.id, m.position, m.author, case when ${sql.val(thread.named)}::boolean then a.name end as name,
      case when b.id is not null then json_build_object('kind', b.kind, 'slug', b.slug, 'title', b.title, 'lang', b.lang) end as body,
      m.text, m.at::text as at, m.by_mail as "byMail", m.lost_files as "lostFiles", m.edited_at::text as "editedAt", m.removed_by as "removedBy", m.reason,
      m.account_id is not distinct from ${reader.account!.id}::uuid as mine,
      (select json_agg(json_build_object('id', f.id, 'kind', k.kind, 'name', f.name, 'bytes', f.bytes) order by k.position)
        from discussion_files k join files f on f.id = k.file_id where k.message_id = m.id and m.removed_at is null) as files,
      ${thread.leads ? sql`exists (select 1 from discussion_reports r where r.message_id = m.id and r.outcome is null)` : sql`false`} as reported
    from (select * from discussion_messages where discussion_id = ${thread.id}::uuid and position between ${from} and ${to} order by position limit ${to - from + 1}) m
    left join accounts a on a.id = m.account_id and a.closed_at is null
    left join sheets b on b.id = m.body_id and b.merged_into is null and b.visibility = 'public'
    order by m.position`.execute(db);
  return rows.map((row) => ({ ...row, files: row.files ?? [] }));
}

/** People of a private conversation, by name. */
export async function listParties(db: Read, discussionId: string): Promise<{ name: string; title: string | null }[]> {
  return db.selectFrom('discussion_people as p').innerJoin('accounts as a', 'a.id', 'p.account_id').select(['a.name', 'a.title'])
    .where('p.discussion_id', '=', discussionId).where('p.party', '=', true).where('a.closed_at', 'is', null).orderBy('a.name').execute();
}
