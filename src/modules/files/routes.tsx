import { addFile, maxDocumentBytes } from '~/platform/files/index.ts';
import type { Form } from '~/platform/http/form.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { findKindByGenre, findRight, findSheet, listAttachments, sheetHref, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { addAttachment, removeAttachment, updateAttachment } from './commands.ts';
import { messages } from './messages.ts';
import { AttachmentPage } from './pages/attachment.tsx';
import { AttachmentsPage, type Typed } from './pages/attachments.tsx';
import { paths } from './paths.ts';
import { findAttachment, findDocument, findLoose, findPhoto } from './queries.ts';
import { readWords, type Checked, type Kind } from './rules.ts';

const kindOf = (text: string | undefined): Kind => (text === 'document' ? 'document' : 'photo');

/** The sheet, for who may change it: proposals carry no file. */
async function findOwn(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const spec = findKindByGenre(ask.param('genre'));
  const sheet = spec && (await findSheet(ask.primary, ask.reader, spec.kind, ask.param('slug')));
  if (!sheet || 'movedTo' in sheet) return undefined;
  const right = await findRight(ask.primary, ask.reader, sheet.id);
  return right && right !== 'partner' ? sheet : undefined;
}

async function showAll(ask: SheetAsk, sheet: SheetSummary, typed: Typed, status = 200): Promise<Response> {
  return ask.page(<AttachmentsPage sheet={sheet} attachments={await listAttachments(ask.primary, sheet.id)} typed={typed} />, { status });
}

/** The file is kept even when its caption is missing: nobody sends twenty megabytes twice. */
async function takeFile(ask: SheetAsk, form: Form, kind: Kind): Promise<{ id: string; name: string } | { fault: Checked['faults'][number]['fault'] }> {
  const account = ask.reader.account!.id;
  const sent = form.file('fichier');
  if (sent) return ask.primary.transaction().execute((tx) => addFile(tx, account, kind, sent));
  const loose = await findLoose(ask.primary, account, form.text('garde'));
  return loose && (loose.content === null) === (kind === 'photo') ? loose : { fault: 'file.missing' };
}

async function findMine(ask: SheetAsk) {
  const found = await findAttachment(ask.primary, ask.reader, ask.param('id'));
  const right = found && (await findRight(ask.primary, ask.reader, found.sheetId));
  return right && right !== 'partner' ? found : undefined;
}

const say = (ask: SheetAsk, key: 'done.added' | 'done.updated' | 'done.removed') => translator(messages, ask.lang)(key);

export const routes = [
  get(paths.list, { who: 'editor' }, async (ask: SheetAsk) => {
    const sheet = await findOwn(ask);
    return sheet ? showAll(ask, sheet, { kind: kindOf(ask.query('nature')), form: null, kept: null, faults: [] }) : ask.notFound();
  }),
  post(paths.list, { who: 'editor', maxBytes: maxDocumentBytes + 64 * 1024 }, async (ask: SheetAsk) => {
    const sheet = await findOwn(ask);
    if (!sheet) return ask.notFound();
    const form = await ask.form();
    const kind = kindOf(form.text('nature'));
    const { words, faults } = readWords(form, kind);
    const kept = await takeFile(ask, form, kind);
    if ('fault' in kept) faults.unshift({ name: 'fichier', fault: kept.fault });
    if ('fault' in kept || faults.length) return showAll(ask, sheet, { kind, form, kept: 'fault' in kept ? null : kept, faults }, 422);
    const added = await ask.primary.transaction().execute((tx) => addAttachment(tx, ask.actor, sheet.id, kind, kept.id, words));
    if ('fault' in added) return showAll(ask, sheet, { kind, form, kept, faults: [{ name: 'fichier', fault: added.fault }] }, 422);
    return ask.done(sheetHref(sheet.kind, sheet.slug), say(ask, 'done.added'));
  }),
  get(paths.one, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findMine(ask);
    return found ? ask.page(<AttachmentPage attachment={found} form={null} faults={[]} />) : ask.notFound();
  }),
  post(paths.one, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findMine(ask);
    if (!found) return ask.notFound();
    const form = await ask.form();
    const { words, faults } = readWords(form, kindOf(found.kind));
    if (faults.length) return ask.page(<AttachmentPage attachment={found} form={form} faults={faults} />, { status: 422 });
    await ask.primary.transaction().execute((tx) => updateAttachment(tx, ask.actor, found, words));
    return ask.done(sheetHref(found.sheetKind, found.slug), say(ask, 'done.updated'));
  }),
  post(paths.remove, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findMine(ask);
    if (!found) return ask.notFound();
    await ask.primary.transaction().execute((tx) => removeAttachment(tx, ask.actor, found));
    return ask.done(sheetHref(found.sheetKind, found.slug), say(ask, 'done.removed'));
  }),
  get(paths.photo, { who: 'everyone', machine: true, cached: false }, async (ask: SheetAsk) => {
    const photo = await findPhoto(ask.db, ask.reader, ask.param('id'), ask.param('width'));
    return photo ? answerFile(photo.content, 'image/webp', photo.visibility) : ask.notFound();
  }),
  get(paths.file, { who: 'everyone', machine: true, cached: false }, async (ask: SheetAsk) => {
    const document = await findDocument(ask.db, ask.reader, ask.param('id'));
    if (!document) return ask.notFound();
    return answerFile(document.content!, document.mediaType, document.visibility, document.name);
  }),
];

/** Never shown as a page of ours: a document is saved, and runs nothing if a browser opens it all the same. */
function answerFile(content: Buffer, type: string, visibility: string, name?: string): Response {
  return new Response(content as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': type,
      'content-length': String(content.length),
      'cache-control': visibility === 'public' ? 'public, max-age=3600' : 'private, no-store',
      ...(name ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } : {}),
    },
  });
}
