import { isId, sql, type Read } from '~/platform/db/index.ts';
import type { Reader } from '~/sheets/index.ts';
import { listMessages, type MessageShown } from './queries.ts';
import { findThread, type OpenThread } from './rooms.ts';
import { pageOf } from './rules.ts';

export interface FoundMessage {
  thread: OpenThread;
  message: MessageShown;
  page: number;
}

/** A message of a thread that this reader reads. */
export async function findMessageOf(db: Read, reader: Reader, id: string): Promise<FoundMessage | undefined> {
  if (!isId(id)) return undefined;
  const row = await db.selectFrom('discussion_messages').select(['discussion_id', 'position']).where('id', '=', id).executeTakeFirst();
  const thread = row && (await findThread(db, reader, row.discussion_id));
  if (!row || !thread) return undefined;
  const [message] = await listMessages(db, reader, thread, row.position, row.position);
  return message && { thread, message, page: pageOf(row.position) };
}

/** Former words, the latest first. */
export async function listVersions(db: Read, messageId: string): Promise<{ text: string; until: string }[]> {
  const { rows } = await sql<{ text: string; until: string }>`select text, until::text as until from discussion_versions where message_id = ${messageId}::uuid order by id desc limit 50`.execute(db);
  return rows;
}

export interface Piece {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** A file of a message that this reader reads; of a photo, the size that is at least as wide. */
export async function findPiece(db: Read, reader: Reader, fileId: string, width: number): Promise<Piece | undefined> {
  if (!isId(fileId)) return undefined;
  const row = await db
    .selectFrom('discussion_files as k')
    .innerJoin('discussion_messages as m', 'm.id', 'k.message_id')
    .innerJoin('files as f', 'f.id', 'k.file_id')
    .select(['m.discussion_id', 'k.kind', 'f.name', 'f.media_type', 'f.content'])
    .where('k.file_id', '=', fileId)
    .where('m.removed_at', 'is', null)
    .executeTakeFirst();
  if (!row || !(await findThread(db, reader, row.discussion_id))) return undefined;
  if (row.kind === 'document') return row.content ? { name: row.name, mediaType: row.media_type, content: row.content } : undefined;
  const size = await db.selectFrom('file_sizes').select('content').where('file_id', '=', fileId).orderBy(sql`width < ${width}`).orderBy(sql`abs(width - ${width})`).limit(1).executeTakeFirst();
  return size && { name: row.name, mediaType: 'image/webp', content: size.content };
}
