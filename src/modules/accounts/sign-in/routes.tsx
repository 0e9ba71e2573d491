import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, type SheetAsk } from '~/sheets/index.ts';
import { recordAttempt } from '../attempts.ts';
import { closeSession } from '../commands.ts';
import { messages } from '../messages.ts';
import { enter } from '../opening.ts';
import { paths } from '../paths.ts';
import { createToken } from '../tokens.ts';
import { acceptLink, createLink, linkMinutes } from './commands.ts';
import { recordLinkMail } from './mails.ts';
import { LinkPage, SentPage, SignInPage } from './pages.tsx';
import { findAsked, findLink } from './queries.ts';
import { parseMail, parseNext } from './rules.ts';

const browserCookie = 'connexion';

/** The token that says which browser asks; kept as long as the links that it asks for. */
export function rememberBrowser(ask: SheetAsk): string {
  const browser = ask.cookie(browserCookie) ?? createToken();
  ask.setCookie(browserCookie, browser, { maxAge: linkMinutes * 60 });
  return browser;
}

/** Too many links to one address fill somebody's box; too many from one network look for a way in. */
export const linkLimits = (ask: SheetAsk, mail: string) => [
  { name: 'link mail network', of: `${mail} ${ask.client}`, most: 5, minutes: 20 },
  { name: 'link mail', of: mail, most: 15, minutes: 60 },
  { name: 'link network', of: ask.client, most: 60, minutes: 60 },
];

const signInPage = (ask: SheetAsk) => {
  const next = parseNext(ask.query('suite'));
  if (ask.reader.account) return ask.redirect(next ?? ask.to(commonPaths.space.href({})));
  return ask.page(<SignInPage next={next} provider={ask.oidc?.label} />);
};

const askLink = async (ask: SheetAsk) => {
  const form = await ask.form();
  const [typed, next] = [form.text('courriel'), parseNext(form.text('suite'))];
  const mail = parseMail(typed);
  const again = (error: 'mail' | 'wait', status: 422 | 429, minutes = 0) => ask.page(<SignInPage next={next} provider={ask.oidc?.label} mail={typed} error={error} minutes={minutes} />, { status });
  if (!mail) return again('mail', 422);
  const wait = await recordAttempt(ask.primary, linkLimits(ask, mail));
  if (wait) return again('wait', 429, wait);
  const browser = rememberBrowser(ask);
  await ask.primary.transaction().execute(async (tx) => {
    const token = await createLink(tx, { mail, browser, next });
    await recordLinkMail(tx, mail, ask.origin + ask.to(paths.link.href({ token })), { lang: ask.lang, instance: ask.instanceName });
  });
  return ask.redirect(ask.to(paths.sent.href({})));
};

const over = (ask: SheetAsk) => ask.done(paths.signIn.href({}), translator(messages, ask.lang)('link.over'));

const useLink = async (ask: SheetAsk) => {
  const signedIn = await ask.primary.transaction().execute((tx) => acceptLink(tx, ask.param('token'), ask.cookie(browserCookie), ask.lang));
  return signedIn ? enter(ask, signedIn) : over(ask);
};

export const signInRoutes = [
  get(paths.signIn, { who: 'everyone', cached: false }, signInPage),
  post(paths.signIn, { who: 'everyone' }, askLink),
  get(paths.sent, { who: 'everyone', cached: false }, async (ask: SheetAsk) => ask.page(<SentPage mail={await findAsked(ask.primary, ask.cookie(browserCookie))} />)),
  get(paths.link, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const link = await findLink(ask.primary, ask.param('token'), ask.cookie(browserCookie));
    if (!link || link.accountId) return over(ask);
    // Elsewhere a program may be looking at what a mail holds, or somebody else may have asked: a button, and whose address it is.
    return link.sameBrowser ? useLink(ask) : ask.page(<LinkPage token={ask.param('token')} mail={link.mail} />);
  }),
  post(paths.link, { who: 'everyone' }, useLink),
  post(paths.signOut, { who: 'everyone' }, async (ask: SheetAsk) => {
    const session = ask.reader.account?.sessionId;
    if (session) await ask.primary.transaction().execute((tx) => closeSession(tx, session));
    ask.setCookie('session', '', { maxAge: 0 });
    return ask.done('/', translator(messages, ask.lang)('signedOut'));
  }),
];
