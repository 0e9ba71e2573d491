import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { keepFile } from '~/platform/files/index.ts';
import { tellAccounts } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import { listInside } from '../people/queries.ts';
import type { Group } from '../queries.ts';

export interface VersionInput {
  fileId: string;
  /** What this version changes; nothing for the first. */
  change: string | null;
}

/** A new document, its first version and its file, which is kept from now on; the group's people are told. */
export async function addDocument(tx: Tx, actor: Actor, group: Group, title: string, version: VersionInput): Promise<string> {
  const id = newId();
  await tx.insertInto('group_documents').values({ id, group_id: group.id, title }).execute();
  await addVersionRow(tx, actor, group, id, 1, version);
  await tell(tx, actor, group, 'document', id, title);
  return id;
}

/**
 * One more version, for who had read the document as it is. `stale`: somebody changed it meanwhile, nothing is written.
 * @param seen the document's count of changes that the form was drawn from
 */
export async function updateDocument(tx: Tx, actor: Actor, group: Group, id: string, seen: number, title: string, version: VersionInput | null): Promise<'done' | 'stale' | 'gone'> {
  const row = await tx.selectFrom('group_documents').select(['version', 'title']).where('id', '=', id).where('group_id', '=', group.id).forUpdate().executeTakeFirst();
  if (!row) return 'gone';
  if (row.version !== seen) return 'stale';
  if (!version && row.title === title) return 'done';
  await tx.updateTable('group_documents').set({ title, version: row.version + 1 }).where('id', '=', id).execute();
  if (version) {
    const { last } = await tx.selectFrom('group_document_versions').select((eb) => eb.fn.max<number>('number').as('last')).where('document_id', '=', id).executeTakeFirstOrThrow();
    await addVersionRow(tx, actor, group, id, (last ?? 0) + 1, version);
  }
  await tell(tx, actor, group, 'version', id, title);
  return 'done';
}

async function addVersionRow(tx: Tx, actor: Actor, group: Group, documentId: string, number: number, { fileId, change }: VersionInput): Promise<void> {
  await keepFile(tx, fileId);
  // for whom they are in the group, else for whom they act
  const place = await tx.selectFrom('group_places').select('body_id').where('group_id', '=', group.id).where('account_id', '=', actor.accountId!).executeTakeFirst();
  await tx
    .insertInto('group_document_versions')
    .values({ id: newId(), document_id: documentId, number, file_id: fileId, change, author: actor.name, author_id: actor.accountId ?? null, body_id: place?.body_id ?? actor.onBehalfOf ?? null })
    .execute();
}

async function tell(tx: Tx, actor: Actor, group: Group, what: 'document' | 'version', id: string, label: string): Promise<void> {
  const accounts = await listInside(tx, group.id);
  await tellAccounts(tx, { name: `room.${what}`, sheetId: group.id, actor }, { accounts, path: paths.document.href({ slug: group.slug, id }), label, quiet: true });
}

/** It disappears for all, with its versions, its words and its files. */
export async function removeDocument(tx: Tx, actor: Actor, group: Group, id: string): Promise<boolean> {
  const files = await tx.selectFrom('group_document_versions').select('file_id').where('document_id', '=', id).execute();
  const gone = await tx.deleteFrom('group_documents').where('id', '=', id).where('group_id', '=', group.id).returning('id').executeTakeFirst();
  if (!gone) return false;
  if (files.length) await tx.deleteFrom('files').where('id', 'in', files.map((row) => row.file_id)).execute();
  // What was told of it led to it, and said its title.
  await sql`delete from notifications where path = ${paths.document.href({ slug: group.slug, id })}`.execute(tx);
  await recordEvent(tx, { name: 'room.removed', actor });
  return true;
}
