import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { commonPaths, type SheetAsk } from '~/sheets/index.ts';
import { recordAttempt } from '../attempts.ts';
import { chooseMandate } from '../commands.ts';
import { closeDevices, listDevices } from '../devices.ts';
import { messages } from '../messages.ts';
import { listPasskeys } from '../passkeys/queries.ts';
import { paths } from '../paths.ts';
import { listIdentities } from '../provider/queries.ts';
import { listMandates } from '../queries.ts';
import { createLink } from '../sign-in/commands.ts';
import { recordMailChanged, recordNewMailLink } from '../sign-in/mails.ts';
import { findLink } from '../sign-in/queries.ts';
import { linkLimits, rememberBrowser } from '../sign-in/routes.tsx';
import { parseMail, parseNext } from '../sign-in/rules.ts';
import { isUuid } from '../tokens.ts';
import { acceptNewMail, updateProfile } from './commands.ts';
import { isCharacter, unlessCharacter } from './character.ts';
import { AccountPage, type AccountPageProps } from './pages.tsx';
import { parseProfile, valuesOf } from './profile-form.tsx';
import { MandatesPage, NewMailPage, WelcomePage } from './small-pages.tsx';

const me = (ask: SheetAsk) => ask.reader.account!;
const say = (ask: SheetAsk) => translator(messages, ask.lang);
const words = (ask: SheetAsk) => ({ lang: ask.lang, instance: ask.instanceName });

async function accountPage(ask: SheetAsk, typed: Partial<AccountPageProps> = {}, status = 200): Promise<Response> {
  const [db, account] = [ask.primary, me(ask)];
  const [devices, passkeys, identities, mandates] = [(await listDevices(db, account.id)).filter((one) => !account.demo || one.id === account.sessionId), await listPasskeys(db, account.id), await listIdentities(db, account.id), await listMandates(db, account.id)];
  return ask.page(<AccountPage account={account} values={valuesOf(account)} {...{ devices, passkeys, identities, mandates }} provider={ask.oidc?.label} {...typed} />, { status });
}

const saveProfile = async (ask: SheetAsk) => {
  const { values, profile, errors } = parseProfile(await ask.form());
  if (!profile) return accountPage(ask, { values, errors }, 422);
  await updateProfile(ask.primary, me(ask).id, profile);
  return ask.done(paths.account.href({}), say(ask)('saved'));
};

const askNewMail = async (ask: SheetAsk) => {
  const [account, newMail] = [me(ask), (await ask.form()).text('courriel')];
  const mail = parseMail(newMail);
  if (!mail) return accountPage(ask, { newMail, mailError: 'mail' }, 422);
  const minutes = await recordAttempt(ask.primary, [...linkLimits(ask, mail), { name: 'new mail', of: account.id, most: 5, minutes: 60 }]);
  if (minutes) return accountPage(ask, { newMail, mailError: 'wait', minutes }, 429);
  const browser = rememberBrowser(ask);
  await ask.primary.transaction().execute(async (tx) => {
    const token = await createLink(tx, { mail, browser, next: null, accountId: account.id });
    await recordNewMailLink(tx, mail, ask.origin + ask.to(paths.newMail.href({ token })), words(ask));
  });
  return ask.done(paths.account.href({}), say(ask)('mail.sent', { mail }));
};

const over = (ask: SheetAsk) => ask.done(ask.reader.account ? paths.account.href({}) : paths.signIn.href({}), say(ask)('link.over'));

const takeNewMail = async (ask: SheetAsk) => {
  const account = me(ask);
  const accepted = await ask.primary.transaction().execute(async (tx) => {
    const changed = await acceptNewMail(tx, ask.param('token'), account.id);
    if (changed && changed !== 'taken') await recordMailChanged(tx, account.id, changed.old, words(ask));
    return changed;
  });
  if (!accepted) return over(ask);
  return ask.done(paths.account.href({}), say(ask)(accepted === 'taken' ? 'newMail.taken' : 'newMail.done'));
};

const welcome = async (ask: SheetAsk) => {
  const form = await ask.form();
  const next = parseNext(form.text('suite'));
  const { values, profile, errors } = parseProfile(form);
  if (!profile) return ask.page(<WelcomePage values={values} errors={errors} next={next} />, { status: 422 });
  await updateProfile(ask.primary, me(ask).id, profile);
  return ask.redirect(next ?? ask.to(commonPaths.space.href({})));
};

const choose = async (ask: SheetAsk) => {
  const form = await ask.form();
  const [mandateId, next] = [form.text('mandat'), parseNext(form.text('suite'))];
  const chosen = isUuid(mandateId) && (await ask.primary.transaction().execute((tx) => chooseMandate(tx, me(ask).sessionId, mandateId)));
  if (!chosen) return ask.page(<MandatesPage {...held(ask)} next={next} refused />, { status: 422 });
  return ask.redirect(next ?? ask.to(commonPaths.space.href({})));
};

const held = ({ reader: { mandates = [], acting } }: SheetAsk) => ({ mandates, ...(acting ? { acting } : {}) });

export const accountRoutes = [
  get(paths.account, { who: 'account' }, (ask: SheetAsk) => accountPage(ask)),
  post(paths.account, { who: 'account' }, unlessCharacter(saveProfile)),
  get(paths.welcome, { who: 'account' }, unlessCharacter((ask) => ask.page(<WelcomePage values={valuesOf(me(ask))} next={parseNext(ask.query('suite'))} />))),
  post(paths.welcome, { who: 'account' }, unlessCharacter(welcome)),
  post(paths.mail, { who: 'account' }, unlessCharacter(askNewMail)),
  get(paths.newMail, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const link = await findLink(ask.primary, ask.param('token'), undefined);
    return link?.accountId ? ask.page(<NewMailPage token={ask.param('token')} mail={link.mail} mine={link.accountId === ask.reader.account?.id} />) : over(ask);
  }),
  post(paths.newMail, { who: 'account' }, unlessCharacter(takeNewMail)),
  post(paths.closeDevices, { who: 'account' }, async (ask: SheetAsk) => {
    await ask.primary.transaction().execute((tx) => closeDevices(tx, me(ask).id, isCharacter(ask) ? me(ask).sessionId : undefined));
    ask.setCookie('session', '', { maxAge: 0 });
    return ask.done(paths.signIn.href({}), say(ask)('devices.closedAll'));
  }),
  post(paths.closeDevice, { who: 'account' }, async (ask: SheetAsk) => {
    const id = ask.param('id');
    if (!isUuid(id) || (isCharacter(ask) && id !== me(ask).sessionId)) return ask.notFound();
    await ask.primary.transaction().execute((tx) => closeDevices(tx, me(ask).id, id));
    return id === me(ask).sessionId ? ask.done(paths.signIn.href({}), say(ask)('signedOut')) : ask.done(paths.account.href({}), say(ask)('devices.closed'));
  }),
  get(paths.mandates, { who: 'account' }, (ask: SheetAsk) => ask.page(<MandatesPage {...held(ask)} next={parseNext(ask.query('suite'))} />)),
  post(paths.mandates, { who: 'account' }, choose),
];
