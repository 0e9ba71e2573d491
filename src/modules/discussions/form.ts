import { addFile, type FileKind } from '~/platform/files/index.ts';
import type { Form } from '~/platform/http/form.ts';
import { isId, newId, type Db } from '~/platform/db/index.ts';
import { longestText, longestTitle, mostFiles, type Fault } from './rules.ts';

export interface KeptPiece {
  id: string;
  name: string;
  kind: FileKind;
}

/** What was typed, as the form shows it again. */
export interface Typed {
  title: string;
  text: string;
  /** Of this form: sent twice, it writes once. */
  key: string;
  kept: readonly KeptPiece[];
}

export const emptyTyped = (): Typed => ({ title: '', text: '', key: newId(), kept: [] });

export const fieldOf: Record<Fault, string> = {
  'title.missing': 'titre', 'title.long': 'titre', 'text.missing': 'texte', 'text.long': 'texte', 'files.many': 'fichiers', 'file.kind': 'fichiers',
  'file.large': 'fichiers', 'file.day': 'fichiers', 'often': 'texte', 'reason.missing': 'raison', 'reason.long': 'raison',
};

/** The files are kept even when the words are refused: nobody sends twenty megabytes twice. */
export async function readMessage(db: Db, form: Form, accountId: string, { titled }: { titled: boolean }): Promise<{ typed: Typed; faults: Fault[] }> {
  const faults: Fault[] = [];
  const title = titled ? form.text('titre').replace(/\s+/g, ' ') : '';
  const text = form.text('texte');
  if (titled && !title) faults.push('title.missing');
  if (title.length > longestTitle) faults.push('title.long');
  if (!text) faults.push('text.missing');
  if (text.length > longestText) faults.push('text.long');
  const kept = await listKept(db, form, accountId);
  const sent = (form.files.fichiers ?? []).filter((file) => file.size > 0);
  if (kept.length + sent.length > mostFiles) faults.push('files.many');
  else {
    for (const file of sent) {
      const kind: FileKind = file.type.startsWith('image/') ? 'photo' : 'document';
      const added = await db.transaction().execute((tx) => addFile(tx, accountId, kind, file));
      if ('fault' in added) faults.push(added.fault);
      else kept.push({ id: added.id, name: added.name, kind });
    }
  }
  const key = form.text('cle');
  return { typed: { title, text, key: isId(key) ? key : newId(), kept }, faults: [...new Set(faults)] };
}

/** Those that an earlier sending of the same form left: their own, and hanging nowhere. */
async function listKept(db: Db, form: Form, accountId: string): Promise<KeptPiece[]> {
  const ids = form.list('piece').filter(isId).slice(0, mostFiles);
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('files').select(['id', 'name', 'content']).where('id', 'in', ids).where('account_id', '=', accountId).where('kept', '=', false).execute();
  return rows.map(({ id, name, content }) => ({ id, name, kind: content === null ? 'photo' : 'document' }));
}
