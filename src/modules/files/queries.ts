import type { Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

const visible = (db: Read, reader: Reader, id: string) =>
  db
    .selectFrom('sheet_attachments as a')
    .innerJoin('files as f', 'f.id', 'a.file_id')
    .innerJoin('sheets', 'sheets.id', 'a.sheet_id')
    .where('a.id', '=', id)
    .where('a.removed_at', 'is', null)
    .where(visibleTo(reader));

const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** A photo in one of its widths, when its sheet is visible to the reader. */
export async function findPhoto(db: Read, reader: Reader, id: string, width: string) {
  if (!isId(id) || !/^\d{1,4}$/.test(width)) return undefined;
  return visible(db, reader, id).innerJoin('file_sizes as z', 'z.file_id', 'f.id').select(['z.content', 'sheets.visibility']).where('z.width', '=', Number(width)).executeTakeFirst();
}

export async function findDocument(db: Read, reader: Reader, id: string) {
  if (!isId(id)) return undefined;
  return visible(db, reader, id).select(['f.content', 'f.name', 'f.media_type as mediaType', 'sheets.visibility']).where('a.kind', '=', 'document').executeTakeFirst();
}

/** An attachment and the sheet that it hangs on, for whoever may change it. */
export async function findAttachment(db: Read, reader: Reader, id: string) {
  if (!isId(id)) return undefined;
  return visible(db, reader, id)
    .select(['a.id', 'a.kind', 'a.caption', 'a.credit', 'a.alternative', 'a.taken', 'f.name', 'sheets.id as sheetId', 'sheets.kind as sheetKind', 'sheets.slug', 'sheets.title'])
    .executeTakeFirst();
}

/** A file that this account has just sent and that hangs nowhere yet: kept while a form comes back. */
export async function findLoose(db: Read, accountId: string, id: string) {
  if (!isId(id)) return undefined;
  return db
    .selectFrom('files')
    .select(['id', 'name', 'content'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('sheet_attachments').select('id').whereRef('file_id', '=', 'files.id'))))
    .executeTakeFirst();
}
