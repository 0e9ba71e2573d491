import { recordAttempt } from '~/modules/accounts/index.ts';
import { maxDocumentBytes } from '~/platform/files/index.ts';
import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { acceptAnswer, recordRead, updateFollowing } from './commands.ts';
import { emptyTyped, readMessage, type Typed } from './form.ts';
import { messages } from './messages.ts';
import { ThreadPage } from './pages/thread.tsx';
import { paths } from './paths.ts';
import { addMessage } from './posting.ts';
import { listMessages, listParties } from './queries.ts';
import { findThread, type OpenThread } from './rooms.ts';
import { limitsOf, pageOf, pageSize, type Fault } from './rules.ts';

/** Some files and words. */
export const maxBytes = maxDocumentBytes + 512 * 1024;

export const say = (ask: SheetAsk) => translator(messages, ask.lang);

/** Where a message stands, to lead back to it. */
export const placeOf = (id: string, position: number) => `${paths.show.href({ id }, { page: pageOf(position) })}#message-${position}`;

/** The page that was asked; else that of the first unread message, else the last. */
function choosePage(ask: SheetAsk, thread: OpenThread): number {
  const pages = pageOf(thread.messages);
  const asked = ask.query('page');
  if (asked) return readPageNumber(asked, pages);
  return thread.read > 0 ? pageOf(Math.min(thread.read + 1, thread.messages)) : thread.messages <= pageSize ? 1 : pages;
}

async function drawThread(ask: SheetAsk, thread: OpenThread, typed: Typed = emptyTyped(), faults: readonly Fault[] = []): Promise<Response> {
  const db = ask.primary;
  const page = faults.length > 0 ? pageOf(thread.messages) : choosePage(ask, thread);
  const from = (page - 1) * pageSize + 1;
  const [shown, accepted, parties] = await Promise.all([
    listMessages(db, ask.reader, thread, from, from + pageSize - 1),
    thread.accepted === null ? [] : listMessages(db, ask.reader, thread, thread.accepted, thread.accepted),
    thread.kind === 'conversation' ? listParties(db, thread.id) : [],
  ]);
  const last = shown.at(-1)?.position ?? 0;
  // A page that the browser fetches ahead is not read yet.
  if (last > thread.read && !/prefetch/.test(ask.hono.req.header('sec-purpose') ?? '')) {
    await db.transaction().execute((tx) => recordRead(tx, ask.reader.account!.id, thread.id, last, last === thread.messages));
  }
  return ask.page(<ThreadPage thread={thread} shown={shown} accepted={accepted[0] ?? null} parties={parties} page={page} typed={typed} faults={faults} />, faults.length > 0 ? { status: 422 } : {});
}

/** The thread at this address, for who may read it, and when `writes` write in it. */
async function findHere(ask: SheetAsk, { writes = false } = {}): Promise<OpenThread | undefined> {
  const thread = await findThread(ask.primary, ask.reader, ask.param('id'));
  return thread && (!writes || thread.mayWrite) ? thread : undefined;
}

export const threadRoutes = [
  get(paths.show, { who: 'account' }, async (ask: SheetAsk) => {
    const thread = await findHere(ask);
    return thread ? drawThread(ask, thread) : ask.notFound();
  }),
  post(paths.write, { who: 'account', maxBytes }, async (ask: SheetAsk) => {
    const thread = await findHere(ask, { writes: true });
    if (!thread) return ask.notFound();
    const account = ask.reader.account!.id;
    const { typed, faults } = await readMessage(ask.primary, await ask.form(), account, { titled: false });
    if (faults.length === 0 && (await recordAttempt(ask.primary, limitsOf(account))) !== null) faults.push('often');
    if (faults.length > 0) return drawThread(ask, thread, typed, faults);
    const { position } = await ask.primary.transaction().execute((tx) => addMessage(tx, ask.actor, thread.id, { text: typed.text, key: typed.key, files: typed.kept }));
    return ask.done(placeOf(thread.id, position), say(ask)('done.written'));
  }),
  post(paths.follow, { who: 'account' }, async (ask: SheetAsk) => {
    const thread = await findHere(ask);
    if (!thread) return ask.notFound();
    const following = (await ask.form()).text('suivre') !== 'non';
    await ask.primary.transaction().execute((tx) => updateFollowing(tx, ask.reader.account!.id, thread.id, following));
    return ask.done(paths.show.href({ id: thread.id }), say(ask)(following ? 'done.followed' : 'done.unfollowed'));
  }),
  post(paths.accept, { who: 'account' }, async (ask: SheetAsk) => {
    const thread = await findHere(ask, { writes: true });
    if (!thread?.mayAccept) return ask.notFound();
    const place = (await ask.form()).text('place');
    const position = /^\d{1,6}$/.test(place) ? Number(place) : null;
    const done = await ask.primary.transaction().execute((tx) => acceptAnswer(tx, ask.actor, thread, position));
    return done ? ask.done(paths.show.href({ id: thread.id }), say(ask)(position === null ? 'done.reopened' : 'done.accepted')) : ask.notFound();
  }),
];
