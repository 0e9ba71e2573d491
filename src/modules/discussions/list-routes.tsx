import { readLink, recordAttempt } from '~/modules/accounts/index.ts';
import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { findSheet, sheetHref, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import type { Crumb } from '~/ui/index.ts';
import { emptyTyped, readMessage, type Typed } from './form.ts';
import { MinePage, ThreadsPage } from './pages/list.tsx';
import { StopPage } from './pages/reports.tsx';
import { NewThreadPage } from './pages/write.tsx';
import { paths } from './paths.ts';
import { createDiscussion } from './posting.ts';
import { listGroupThreads, listMine, listPeerQuestions } from './queries.ts';
import { mayReadReader } from './readable.ts';
import { findStanding } from './rooms.ts';
import { limitsOf, pageSize, type Fault } from './rules.ts';
import { listFound } from './search.ts';
import { maxBytes, say } from './thread-routes.tsx';

const pageAsked = (ask: SheetAsk) => readPageNumber(ask.query('page'), 200);
const mayWrite = (ask: SheetAsk) => !ask.reader.account!.suspended;

/** The group at this address, for its people. */
async function findGroup(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const sheet = await findSheet(ask.primary, ask.reader, 'group', ask.param('slug'));
  return sheet && !('movedTo' in sheet) && (await findStanding(ask.primary, ask.reader, sheet.id)) ? sheet : undefined;
}

async function drawThreads(ask: SheetAsk, group: SheetSummary | null): Promise<Response> {
  const page = pageAsked(ask);
  const words = ask.query('q')?.slice(0, 200);
  const list = words ? null : group ? await listGroupThreads(ask.primary, ask.reader, group.id, { page }) : await listPeerQuestions(ask.primary, ask.reader, { page });
  const searched = words ? { words, ...(await listFound(ask.primary, group?.id ?? null, words, page)) } : null;
  return ask.page(<ThreadsPage group={group} mayWrite={mayWrite(ask)} list={list} searched={searched} page={page} />);
}

const whatOf = (ask: SheetAsk, group: SheetSummary | null) => (group && ask.query('genre') !== 'question' ? 'discussion' : 'question');

function drawNew(ask: SheetAsk, group: SheetSummary | null, typed: Typed = emptyTyped(), faults: readonly Fault[] = []): Response {
  const what = whatOf(ask, group);
  const t = say(ask);
  const above: Crumb[] = group
    ? [{ href: ask.to(sheetHref('group', group.slug)), label: group.title }, { href: ask.to(paths.group.href({ slug: group.slug })), label: t('list.short') }]
    : [{ href: ask.to(paths.peers.href({})), label: t('peers.title') }];
  const action = group ? paths.open.href({ slug: group.slug }, { genre: what === 'question' ? 'question' : undefined }) : paths.ask.href({});
  return ask.page(<NewThreadPage action={action} what={what} typed={typed} faults={faults} crumbs={above} group={group?.title ?? null} />, faults.length > 0 ? { status: 422 } : {});
}

async function open(ask: SheetAsk, group: SheetSummary | null): Promise<Response> {
  const account = ask.reader.account!.id;
  const what = whatOf(ask, group);
  const { typed, faults } = await readMessage(ask.primary, await ask.form(), account, { titled: true });
  if (faults.length === 0 && (await recordAttempt(ask.primary, limitsOf(account))) !== null) faults.push('often');
  if (faults.length > 0) return drawNew(ask, group, typed, faults);
  // Asked in the name of a body: its sheet is what the answers are told under.
  const aboutId = group ? group.id : ask.reader.acting?.body?.id;
  const posted = await ask.primary.transaction().execute((tx) =>
    createDiscussion(tx, ask.actor, { kind: what, ...(group ? { groupId: group.id } : {}), ...(aboutId ? { aboutId } : {}), title: typed.title, text: typed.text, key: typed.key, files: typed.kept }));
  return ask.done(paths.show.href({ id: posted.discussionId }), say(ask)(what === 'question' ? 'done.asked' : 'done.opened'));
}

async function findStop(ask: SheetAsk) {
  const link = await readLink(ask.primary, 'discussion-stop', ask.param('token'), ask.now);
  return link && !link.expired ? { account: link.payload.a!, discussion: link.payload.d! } : undefined;
}

export const listRoutes = [
  get(paths.mine, { who: 'account' }, async (ask: SheetAsk) => {
    const page = pageAsked(ask);
    const account = ask.reader.account!.id;
    const readable = mayReadReader(ask.reader);
    const [conversations, followed] = await Promise.all([listMine(ask.primary, account, readable, 'conversations', page), listMine(ask.primary, account, readable, 'followed', page)]);
    return ask.page(<MinePage conversations={conversations} followed={followed} page={page} more={Math.max(conversations.length, followed.length) === pageSize} member={ask.reader.kind === 'member'} />);
  }),
  get(paths.peers, { who: 'member' }, (ask: SheetAsk) => drawThreads(ask, null)),
  get(paths.ask, { who: 'member' }, (ask: SheetAsk) => (mayWrite(ask) ? drawNew(ask, null) : ask.notFound())),
  post(paths.ask, { who: 'member', maxBytes }, (ask: SheetAsk) => (mayWrite(ask) ? open(ask, null) : ask.notFound())),
  get(paths.group, { who: 'account' }, async (ask: SheetAsk) => {
    const group = await findGroup(ask);
    return group ? drawThreads(ask, group) : ask.notFound();
  }),
  get(paths.open, { who: 'account' }, async (ask: SheetAsk) => {
    const group = await findGroup(ask);
    return group && mayWrite(ask) ? drawNew(ask, group) : ask.notFound();
  }),
  post(paths.open, { who: 'account', maxBytes }, async (ask: SheetAsk) => {
    const group = await findGroup(ask);
    return group && mayWrite(ask) ? open(ask, group) : ask.notFound();
  }),
  get(paths.stop, { who: 'everyone', cached: false }, async (ask: SheetAsk) => ask.page(<StopPage token={ask.param('token')} state={(await findStop(ask)) ? 'ask' : 'expired'} />)),
  // RFC 8058: the mail program posts from elsewhere, without cookie, and follows no redirection.
  post(paths.stop, { who: 'everyone', crossSite: true }, async (ask: SheetAsk) => {
    const found = await findStop(ask);
    if (!found) return ask.notFound();
    const { numUpdatedRows } = await ask.primary.transaction().execute((tx) =>
      tx.updateTable('discussion_people').set({ following: false }).where('account_id', '=', found.account).where('discussion_id', '=', found.discussion).executeTakeFirst());
    return ask.page(<StopPage token="" state={numUpdatedRows > 0n ? 'done' : 'expired'} />);
  }),
];
