import { newId, sql, type Read, type Tx } from '~/platform/db/index.ts';
import { readPhoto } from './photo.ts';
import { cleanFileName, detectDocument } from './types.ts';

export const maxPhotoBytes = 15 * 1024 * 1024;
export const maxDocumentBytes = 20 * 1024 * 1024;
/** Of one account within a day, in bytes. */
export const dailyBytes = 200 * 1024 * 1024;

export type FileKind = 'photo' | 'document';
export type FileFault = 'file.kind' | 'file.large' | 'file.day';

export interface KeptFile {
  id: string;
  name: string;
  mediaType: string;
}

/**
 * Keeps what was sent, checked by what it holds and not by its name; it hangs nowhere yet, and is erased after a day unless
 * something takes it: a sheet's attachment, or whoever sets `files.kept`.
 */
export async function addFile(tx: Tx, accountId: string, kind: FileKind, file: File): Promise<KeptFile | { fault: FileFault }> {
  if (file.size > (kind === 'photo' ? maxPhotoBytes : maxDocumentBytes)) return { fault: 'file.large' };
  const { sent } = await tx.selectFrom('files').select((eb) => eb.fn.sum<number | null>('bytes').as('sent')).where('account_id', '=', accountId).where('created_at', '>', sql<string>`now() - interval '1 day'`).executeTakeFirstOrThrow();
  if (Number(sent ?? 0) + file.size > dailyBytes) return { fault: 'file.day' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return kind === 'photo' ? addPhoto(tx, accountId, file.name, bytes) : addDocument(tx, accountId, file.name, bytes);
}

async function addPhoto(tx: Tx, accountId: string, given: string, bytes: Uint8Array): Promise<KeptFile | { fault: FileFault }> {
  const photo = await readPhoto(bytes);
  if (!photo) return { fault: 'file.kind' };
  const id = newId();
  const name = cleanFileName(given, 'webp');
  const weight = photo.sizes.reduce((sum, size) => sum + size.content.length, 0);
  await tx.insertInto('files').values({ id, name, media_type: 'image/webp', bytes: weight, width: photo.width, height: photo.height, account_id: accountId }).execute();
  await tx.insertInto('file_sizes').values(photo.sizes.map((size) => ({ file_id: id, ...size }))).execute();
  return { id, name, mediaType: 'image/webp' };
}

async function addDocument(tx: Tx, accountId: string, given: string, bytes: Uint8Array): Promise<KeptFile | { fault: FileFault }> {
  const found = await detectDocument(bytes, given);
  if (!found) return { fault: 'file.kind' };
  const id = newId();
  const name = cleanFileName(given, found.extension);
  await tx.insertInto('files').values({ id, name, media_type: found.mediaType, bytes: bytes.length, content: Buffer.from(bytes), account_id: accountId }).execute();
  return { id, name, mediaType: found.mediaType };
}

/** From now on it is not erased with what hangs nowhere: whoever keeps it removes it. */
export async function keepFile(tx: Tx, fileId: string): Promise<void> {
  await tx.updateTable('files').set({ kept: true }).where('id', '=', fileId).execute();
}

/** The bytes of a document, for whoever has checked that this reader may have them. */
export async function findFile(db: Read, fileId: string): Promise<{ name: string; mediaType: string; content: Buffer } | undefined> {
  const row = await db.selectFrom('files').select(['name', 'media_type', 'content']).where('id', '=', fileId).executeTakeFirst();
  return row?.content ? { name: row.name, mediaType: row.media_type, content: row.content } : undefined;
}
