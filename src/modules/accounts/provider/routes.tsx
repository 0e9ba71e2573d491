import { get, post } from '~/platform/http/request.ts';
import { languages, localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { unlessCharacter } from '../account/character.ts';
import { recordAttempt } from '../attempts.ts';
import { acceptChallenge, createChallenge } from '../challenges.ts';
import { messages } from '../messages.ts';
import { enter } from '../opening.ts';
import { paths } from '../paths.ts';
import { createLink } from '../sign-in/commands.ts';
import { recordLinkMail } from '../sign-in/mails.ts';
import { SignInPage, type SignInProps } from '../sign-in/pages.tsx';
import { linkLimits, rememberBrowser } from '../sign-in/routes.tsx';
import { parseNext } from '../sign-in/rules.ts';
import { isUuid } from '../tokens.ts';
import { buildProviderAddress, createErrand, findProviderPerson, type Errand } from './client.ts';
import { acceptPerson, removeIdentity, type ProvedIdentity } from './commands.ts';

const cookie = 'fournisseur';
const minutes = 15;

interface Kept extends Errand {
  next: string | null;
}

const returnAddress = (ask: SheetAsk) => ask.origin + paths.providerReturn.href({});

function refuse(ask: SheetAsk, error: NonNullable<SignInProps['error']>, next: string | null, wait = 0): Response {
  const provider = ask.oidc?.label ?? '';
  if (ask.reader.account) return ask.done(paths.account.href({}), translator(messages, ask.lang)(`error.${error}`, { provider, minutes: wait }));
  return ask.page(<SignInPage next={next} provider={provider} error={error} minutes={wait} />, { status: error === 'wait' ? 429 : 422 });
}

/** A link, not a form: browsers hold the redirection of a form to `form-action`, which allows this site only. */
const leave = async (ask: SheetAsk) => {
  const next = parseNext(ask.query('suite'));
  if (!ask.oidc) return ask.done(paths.signIn.href({}), translator(messages, ask.lang)('provider.none'));
  const wait = await recordAttempt(ask.primary, [{ name: 'provider network', of: ask.client, most: 120, minutes: 60 }]);
  if (wait) return refuse(ask, 'wait', next, wait);
  const errand = createErrand();
  const address = await buildProviderAddress(ask.oidc, errand, returnAddress(ask)).catch(() => null);
  if (!address) return refuse(ask, 'provider', next);
  const token = await createChallenge(ask.primary, 'provider', { ...errand, next }, { accountId: ask.reader.account?.id ?? null, minutes });
  ask.setCookie(cookie, `${ask.lang}.${token}`, { maxAge: minutes * 60 });
  return ask.redirect(address);
};

const comeBack = async (ask: SheetAsk) => {
  const [lang = '', token] = (ask.cookie(cookie) ?? '').split('.');
  // providers know one address of ours: the page goes on in the language where it began
  if (lang !== ask.lang && languages.includes(lang as Lang)) return ask.redirect(localizePath(lang as Lang, paths.providerReturn.href({})) + ask.url.search);
  if (!token) return ask.done(paths.signIn.href({}), translator(messages, ask.lang)('link.over'));
  const kept = await acceptChallenge<Kept>(ask.primary, 'provider', token);
  // Who left signed in comes back the same, or the identity of one would be tied to the account of another.
  if (!ask.oidc || !kept || kept.accountId !== (ask.reader.account?.id ?? null)) return refuse(ask, 'provider', null);
  const person = await findProviderPerson(ask.oidc, kept.data, new URL(returnAddress(ask) + ask.url.search)).catch(() => null);
  if (!person) return refuse(ask, 'provider', kept.data.next);
  const accepted = await ask.primary.transaction().execute((tx) => acceptPerson(tx, person, ask.lang, kept.accountId));
  if (accepted.kind === 'taken') return refuse(ask, 'provider.taken', kept.data.next);
  if (accepted.kind === 'no-mail') return refuse(ask, 'provider.mail', kept.data.next);
  if (accepted.kind === 'unproved') return sendProof(ask, accepted.mail, person, kept.data.next);
  if (kept.accountId) return ask.done(paths.account.href({}), translator(messages, ask.lang)('provider.tied', { provider: ask.oidc.label }));
  return enter(ask, { ...accepted, next: kept.data.next });
};

/** The provider does not vouch for the address: a link does, in this browser. */
async function sendProof(ask: SheetAsk, mail: string, { issuer, subject, siret }: ProvedIdentity, next: string | null): Promise<Response> {
  const wait = await recordAttempt(ask.primary, linkLimits(ask, mail));
  if (wait) return refuse(ask, 'wait', next, wait);
  const browser = rememberBrowser(ask);
  await ask.primary.transaction().execute(async (tx) => {
    const token = await createLink(tx, { mail, browser, next, identity: { issuer, subject, siret } });
    await recordLinkMail(tx, mail, ask.origin + ask.to(paths.link.href({ token })), { lang: ask.lang, instance: ask.instanceName });
  });
  return ask.redirect(ask.to(paths.sent.href({})));
}

export const providerRoutes = [
  get(paths.provider, { who: 'everyone', cached: false }, unlessCharacter(leave)),
  get(paths.providerReturn, { who: 'everyone', cached: false }, comeBack),
  post(paths.removeIdentity, { who: 'account' }, async (ask: SheetAsk) => {
    if (!isUuid(ask.param('id'))) return ask.notFound();
    await ask.primary.transaction().execute((tx) => removeIdentity(tx, ask.reader.account!.id, ask.param('id')));
    return ask.done(paths.account.href({}), translator(messages, ask.lang)('saved'));
  }),
];
