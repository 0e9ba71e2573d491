import { findReaderOf } from '~/modules/accounts/index.ts';
import { isId } from '~/platform/db/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { answerFeed } from '../answer.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { getAgenda, readAsked } from '../queries.ts';
import { questionQuery } from '../question.ts';
import { createFeed, findFeed, removeFeed, replaceFeed } from './commands.ts';
import { describeQuestion } from './describe.ts';
import { FeedsPage } from './pages/feeds.tsx';
import { listFeeds } from './queries.ts';

const cookie = 'agenda';
// long enough to paste it, with a reload
const shownSeconds = 600;

/** Shown once: the database keeps what cannot give it back. */
function showToken(ask: SheetAsk, token: string): Response {
  ask.setCookie(cookie, token, { maxAge: shownSeconds, sameSite: 'strict' });
  return ask.redirect(ask.to(paths.feeds.href({})), 303);
}

export const routes = [
  get(paths.secret, { who: 'everyone', machine: true, cached: false }, async (ask: SheetAsk) => {
    const feed = await findFeed(ask.primary, ask.param('file').slice(0, -'.ics'.length), ask.today);
    const owner = feed && (await findReaderOf(ask.primary, feed.accountId));
    if (!feed || !owner || (owner.demo !== null && !ask.tryable)) return ask.notFound();
    const agenda = await getAgenda(ask.db, owner.reader, new URLSearchParams(feed.question));
    const response = answerFeed(ask, agenda, owner.lang);
    // Whoever stands between must not keep what only one person may read.
    response.headers.set('cache-control', 'private, no-store');
    response.headers.set('x-robots-tag', 'noindex');
    return response;
  }),
  get(paths.feeds, { who: 'account' }, async (ask: SheetAsk) => {
    const feeds = await listFeeds(ask.primary, ask.reader.account!.id);
    const described = await Promise.all(feeds.map(async (feed) => ({ ...feed, ...(await describeQuestion(ask, feed.question)) })));
    const token = ask.cookie(cookie);
    return ask.page(<FeedsPage feeds={described} shown={token ? ask.origin + paths.secret.href({ file: `${token}.ics` }) : null} />);
  }),
  post(paths.feeds, { who: 'account' }, async (ask: SheetAsk) => {
    const asked = await readAsked(ask.primary, ask.reader, new URLSearchParams((await ask.form()).text('question').slice(0, 2000)));
    const token = await ask.primary.transaction().execute((tx) => createFeed(tx, ask.reader.account!.id, questionQuery(asked)));
    return token === null ? ask.done(paths.feeds.href({}), translator(messages, ask.lang)('feeds.tooMany')) : showToken(ask, token);
  }),
  post(paths.revoke, { who: 'account' }, async (ask: SheetAsk) => {
    const id = ask.param('id');
    if (!isId(id) || !(await ask.primary.transaction().execute((tx) => removeFeed(tx, ask.reader.account!.id, id)))) return ask.notFound();
    ask.setCookie(cookie, '', { maxAge: 0 });
    return ask.done(paths.feeds.href({}), translator(messages, ask.lang)('feeds.revoked'));
  }),
  post(paths.replace, { who: 'account' }, async (ask: SheetAsk) => {
    const id = ask.param('id');
    const token = isId(id) ? await ask.primary.transaction().execute((tx) => replaceFeed(tx, ask.reader.account!.id, id)) : null;
    return token === null ? ask.notFound() : showToken(ask, token);
  }),
];
