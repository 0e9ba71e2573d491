import { addFile, findFile, maxDocumentBytes, type FileFault } from '~/platform/files/index.ts';
import type { Form } from '~/platform/http/form.ts';
import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { withRoom, type Here } from '../entry.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { mayInGroup } from '../policy.ts';
import { addDocument, removeDocument, updateDocument } from './commands.ts';
import { DocumentPage } from './pages/document.tsx';
import { DocumentsPage } from './pages/documents.tsx';
import { NewDocumentPage } from './pages/new.tsx';
import { findDocument, findLoose, findVersionFile, listDocuments, pageSize, type GroupDocument } from './queries.ts';
import { readSent, type Fault, type Sent } from './rules.ts';

const maxBytes = maxDocumentBytes + 64 * 1024;
const say = (ask: SheetAsk, key: 'done.document' | 'done.version' | 'done.removed') => translator(messages, ask.lang)(key);

/** The file is kept even when a word is missing: nobody sends twenty megabytes twice. */
async function takeFile(ask: SheetAsk, form: Form): Promise<{ id: string; name: string } | { fault: FileFault } | null> {
  const accountId = ask.reader.account!.id;
  const sent = form.file('fichier');
  if (sent) return ask.primary.transaction().execute((tx) => addFile(tx, accountId, 'document', sent));
  return (await findLoose(ask.primary, accountId, form.text('garde'))) ?? null;
}

/** What was sent, with its file and what is wrong with it. */
async function readAll(ask: SheetAsk, needs: 'title and file' | 'title'): Promise<{ sent: Sent; file: { id: string; name: string } | null; faults: Fault[] }> {
  const form = await ask.form();
  const [{ sent, faults }, taken] = [readSent(form), await takeFile(ask, form)];
  if (taken && 'fault' in taken) faults.push({ name: 'fichier', key: `error.${taken.fault}` });
  const file = taken && 'id' in taken ? taken : null;
  // What changes is said of a file: without one the sentence would be lost.
  if (!taken && (needs === 'title and file' || sent.change)) faults.push({ name: 'fichier', key: 'error.file.missing' });
  return { sent, file, faults };
}

const list = withRoom('read', async (ask, { group, standing }) => {
  const words = ask.query('q')?.slice(0, 200);
  const page = readPageNumber(ask.query('page'));
  const { documents, total } = await listDocuments(ask.primary, group.id, words, page);
  return ask.page(<DocumentsPage {...{ group, standing, documents, total, words, page, pages: Math.ceil(total / pageSize) }} />);
});

const add = withRoom('write', async (ask, { group }) => {
  const { sent, file, faults } = await readAll(ask, 'title and file');
  if (!file || faults.length) return ask.page(<NewDocumentPage {...{ group, sent, kept: file, faults }} />, { status: 422 });
  const id = await ask.primary.transaction().execute((tx) => addDocument(tx, ask.actor, group, sent.title, { fileId: file.id, change: sent.change }));
  return ask.done(paths.document.href({ slug: group.slug, id }), say(ask, 'done.document'));
});

function draw(ask: SheetAsk, { group, standing }: Here, document: GroupDocument, more: { sent?: Sent; kept?: { id: string; name: string } | null; faults?: Fault[]; status?: number } = {}) {
  const mayRemove = mayInGroup('lead', standing) || (mayInGroup('write', standing) && document.authorId === ask.reader.account!.id);
  const { status = 200, ...typed } = more;
  return ask.page(<DocumentPage {...{ group, document, mayRemove }} mayWrite={mayInGroup('write', standing)} {...typed} />, { status });
}

const update = withRoom('write', async (ask, here) => {
  const { group } = here;
  const document = await findDocument(ask.primary, group.id, ask.param('id'));
  if (!document) return ask.notFound();
  const { sent, file, faults } = await readAll(ask, 'title');
  if (faults.length) return draw(ask, here, document, { sent, kept: file, faults, status: 422 });
  const done = await ask.primary.transaction().execute((tx) => updateDocument(tx, ask.actor, group, document.id, sent.seen, sent.title, file && { fileId: file.id, change: sent.change }));
  if (done === 'gone') return ask.notFound();
  if (done === 'stale') return draw(ask, here, document, { sent: { ...sent, seen: document.version }, kept: file, faults: [{ name: 'change', key: 'error.stale' }], status: 409 });
  return ask.done(paths.document.href({ slug: group.slug, id: document.id }), say(ask, 'done.version'));
});

const remove = withRoom('write', async (ask, { group, standing }) => {
  const document = await findDocument(ask.primary, group.id, ask.param('id'));
  if (!document || !(mayInGroup('lead', standing) || document.authorId === ask.reader.account!.id)) return ask.notFound();
  await ask.primary.transaction().execute((tx) => removeDocument(tx, ask.actor, group, document.id));
  return ask.done(paths.documents.href({ slug: group.slug }), say(ask, 'done.removed'));
});

/** Saved, never shown as a page of ours. */
const download = withRoom('read', async (ask, { group }) => {
  const fileId = await findVersionFile(ask.primary, group.id, ask.param('id'), ask.param('number'));
  const file = fileId && (await findFile(ask.primary, fileId));
  if (!file) return ask.notFound();
  return new Response(file.content as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': file.mediaType, 'content-length': String(file.content.length), 'cache-control': 'private, no-store', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` },
  });
});

export const documentRoutes = [
  get(paths.documents, { who: 'account' }, list),
  get(paths.newDocument, { who: 'account' }, withRoom('write', async (ask, { group }) => ask.page(<NewDocumentPage group={group} />))),
  post(paths.newDocument, { who: 'account', maxBytes }, add),
  get(paths.document, { who: 'account' }, withRoom('read', async (ask, here) => {
    const document = await findDocument(ask.primary, here.group.id, ask.param('id'));
    return document ? draw(ask, here, document) : ask.notFound();
  })),
  post(paths.newVersion, { who: 'account', maxBytes }, update),
  post(paths.removeDocument, { who: 'account' }, remove),
  get(paths.file, { who: 'account' }, download),
];
