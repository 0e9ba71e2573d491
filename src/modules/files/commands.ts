import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { cleanFileName, detectDocument, readPhoto } from '~/platform/files/index.ts';
import { dailyBytes, maxAttachments, maxDocumentBytes, maxPhotoBytes, type Fault, type Kind, type Words } from './rules.ts';

/** Keeps what was sent, checked by what it holds; it hangs nowhere yet. */
export async function addFile(tx: Tx, accountId: string, kind: Kind, file: File): Promise<{ id: string; name: string } | { fault: Fault }> {
  if (file.size > (kind === 'photo' ? maxPhotoBytes : maxDocumentBytes)) return { fault: 'file.large' };
  const { sent } = await tx.selectFrom('files').select((eb) => eb.fn.sum<number | null>('bytes').as('sent')).where('account_id', '=', accountId).where('created_at', '>', sql<string>`now() - interval '1 day'`).executeTakeFirstOrThrow();
  if (Number(sent ?? 0) + file.size > dailyBytes) return { fault: 'file.day' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return kind === 'photo' ? addPhoto(tx, accountId, file.name, bytes) : addDocument(tx, accountId, file.name, bytes);
}

async function addPhoto(tx: Tx, accountId: string, given: string, bytes: Uint8Array) {
  const photo = await readPhoto(bytes);
  if (!photo) return { fault: 'file.kind' as const };
  const id = newId();
  const name = cleanFileName(given, 'webp');
  const weight = photo.sizes.reduce((sum, size) => sum + size.content.length, 0);
  await tx.insertInto('files').values({ id, name, media_type: 'image/webp', bytes: weight, width: photo.width, height: photo.height, account_id: accountId }).execute();
  await tx.insertInto('file_sizes').values(photo.sizes.map((size) => ({ file_id: id, ...size }))).execute();
  return { id, name };
}

async function addDocument(tx: Tx, accountId: string, given: string, bytes: Uint8Array) {
  const found = await detectDocument(bytes, given);
  if (!found) return { fault: 'file.kind' as const };
  const id = newId();
  const name = cleanFileName(given, found.extension);
  await tx.insertInto('files').values({ id, name, media_type: found.mediaType, bytes: bytes.length, content: Buffer.from(bytes), account_id: accountId }).execute();
  return { id, name };
}

/** Hangs a kept file on a sheet. */
export async function addAttachment(tx: Tx, actor: Actor, sheetId: string, kind: Kind, fileId: string, words: Words): Promise<{ id: string } | { fault: Fault }> {
  const sheet = await tx.selectFrom('sheets').select('kind').where('id', '=', sheetId).forUpdate().executeTakeFirstOrThrow();
  const { n } = await tx.selectFrom('sheet_attachments').select((eb) => eb.fn.countAll<number>().as('n')).where('sheet_id', '=', sheetId).where('removed_at', 'is', null).executeTakeFirstOrThrow();
  if (Number(n) >= maxAttachments) return { fault: 'file.full' };
  const id = newId();
  await tx
    .insertInto('sheet_attachments')
    .values({ id, sheet_id: sheetId, file_id: fileId, kind, ...columnsOf(words), position: Number(n) })
    .execute();
  await countVersion(tx, actor, sheetId, `${sheet.kind}.updated`, { [kind]: [null, words.caption] });
  return { id };
}

export async function updateAttachment(tx: Tx, actor: Actor, attachment: { id: string; sheetId: string; sheetKind: string; kind: string; caption: string }, words: Words): Promise<void> {
  await tx.updateTable('sheet_attachments').set(columnsOf(words)).where('id', '=', attachment.id).execute();
  await countVersion(tx, actor, attachment.sheetId, `${attachment.sheetKind}.updated`, { [attachment.kind]: [attachment.caption, words.caption] });
}

/** Gone from the page at once; the file itself is erased a month later. */
export async function removeAttachment(tx: Tx, actor: Actor, attachment: { id: string; sheetId: string; sheetKind: string; kind: string; caption: string }): Promise<void> {
  await tx.updateTable('sheet_attachments').set({ removed_at: sql`now()` }).where('id', '=', attachment.id).execute();
  await countVersion(tx, actor, attachment.sheetId, `${attachment.sheetKind}.updated`, { [attachment.kind]: [attachment.caption, null] });
}

/** Files that hang nowhere: sent and never described (a day), or taken away (a month). */
export async function removeLooseFiles(tx: Tx, now: number): Promise<number> {
  const at = new Date(now).toISOString();
  await sql`delete from sheet_attachments where removed_at < ${at}::timestamptz - interval '30 days'`.execute(tx);
  const { numAffectedRows } = await sql`delete from files f where f.created_at < ${at}::timestamptz - interval '1 day'
    and not exists (select 1 from sheet_attachments a where a.file_id = f.id)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

function columnsOf({ caption, credit, alternative, taken }: Words) {
  return { caption, credit, alternative, taken: taken?.value ?? null, taken_precision: taken?.precision ?? null };
}

async function countVersion(tx: Tx, actor: Actor, sheetId: string, name: string, changes: Record<string, [unknown, unknown]>): Promise<void> {
  const { version } = await tx.updateTable('sheets').set((eb) => ({ version: eb('version', '+', 1), updated_at: sql`now()` })).where('id', '=', sheetId).returning('version').executeTakeFirstOrThrow();
  await recordEvent(tx, { name, sheetId, actor, changes, version });
}
