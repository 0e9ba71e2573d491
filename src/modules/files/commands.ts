import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { maxAttachments, type Fault, type Kind, type Words } from './rules.ts';

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
  const { numAffectedRows } = await sql`delete from files f where not f.kept and f.created_at < ${at}::timestamptz - interval '1 day'
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
