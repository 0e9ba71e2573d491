import { readLink, sessionDays } from '~/modules/accounts/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { attempt, checkFields, commonPaths, readTyped, readyFields, toCanonicalValues, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { acceptFacts, acceptInvitation, addCorrection } from './commands.ts';
import { readFacts, type SharedFacts } from './facts.ts';
import { accountFields } from './form.ts';
import { messages } from './messages.ts';
import { CorrectPage } from './pages/correct.tsx';
import { ClosedPage, GuestPage } from './pages/guest.tsx';
import { paths } from './paths.ts';
import { findInvitation, findShared, type Invitation } from './queries.ts';
import { isUsable, stateOf } from './rules.ts';

interface Guest {
  token: string;
  invitation: Invitation;
  sheet: SheetSummary & { version: number; owner: string | null };
  facts: SharedFacts;
}

type Handle = (ask: SheetAsk, guest: Guest) => Promise<Response>;

/** Whoever holds the link that a mail brought; nobody is signed in, and no page of it is kept. */
function withGuest(handle: Handle) {
  return async (ask: SheetAsk): Promise<Response> => {
    const token = ask.query('jeton');
    if (!token) return ask.page(<ClosedPage which="open" />);
    const link = await readLink(ask.primary, 'invitation', token, ask.now);
    const invitation = link && (await findInvitation(ask.primary, link.payload.id ?? ''));
    if (!link || !invitation) return ask.notFound();
    const sheet = await findShared(ask.primary, invitation.sheetId);
    const facts = sheet && (await readFacts(ask.primary, sheet, ask.lang, ask.today));
    if (link.expired || !sheet || !facts || !isUsable(stateOf(invitation, ask.now))) return ask.page(<ClosedPage which="ended" />, { status: 410 });
    return handle(ask, { token, invitation, sheet, facts });
  };
}

/** An account is offered once they have answered, until they have one. */
async function draw(ask: SheetAsk, guest: Guest, typed = { fonction: [guest.invitation.function] } as Record<string, readonly string[]>, errors: FormError[] = []): Promise<Response> {
  const { invitation } = guest;
  const offered = (invitation.confirmedAt || invitation.proposedAt) && !invitation.acceptedAt;
  const ready = offered ? await readyFields(accountFields, { db: ask.primary, lang: ask.lang, messages, sheetId: null, context: guest.facts.context }, typed) : [];
  const account = offered ? { ready, values: typed, errors, signedIn: ask.reader.account !== undefined } : undefined;
  return ask.page(<GuestPage {...guest} account={account} />, { status: errors.length ? 422 : 200 });
}

const confirm: Handle = async (ask, { token, invitation }) => {
  await ask.primary.transaction().execute((tx) => acceptFacts(tx, invitation));
  return ask.done(paths.guest.href({}, { jeton: token }), translator(messages, ask.lang)('guest.confirmed'));
};

const showCorrection: Handle = async (ask, guest) => drawCorrection(ask, guest, guest.facts.values, '');

async function drawCorrection(ask: SheetAsk, { token, sheet, facts }: Guest, values: Record<string, readonly string[]>, comment: string, errors: FormError[] = []): Promise<Response> {
  const ready = await readyFields(facts.fields, settingOf(ask, sheet.id, facts), values, facts.values);
  return ask.page(<CorrectPage token={token} sheet={sheet} facts={facts} ready={ready} values={values} comment={comment} errors={errors} />, { status: errors.length ? 422 : 200 });
}

const settingOf = (ask: SheetAsk, sheetId: string, { spec, context }: SharedFacts) => ({ db: ask.primary, lang: ask.lang, messages: spec.messages, sheetId, context });

const correct: Handle = async (ask, guest) => {
  const { token, invitation, sheet, facts } = guest;
  const form = await ask.form();
  const comment = form.text('message').slice(0, 2000);
  const typed = toCanonicalValues(facts.fields, readTyped(facts.fields, form, facts.values));
  const ready = await readyFields(facts.fields, settingOf(ask, sheet.id, facts), typed, facts.values);
  const { values, errors } = checkFields(ready, typed, facts.values, form, ask.lang);
  if (errors.length) return drawCorrection(ask, guest, typed, comment, errors);
  const present = Object.fromEntries(facts.fields.map(({ name }) => [name, facts.values[name] ?? []]));
  const id = await attempt(ask.primary, (tx) => addCorrection(tx, invitation, { fields: facts.fields, values, present, version: sheet.version, comment }));
  return ask.done(paths.guest.href({}, { jeton: token }), translator(messages, ask.lang)(id ? 'guest.proposed' : 'guest.unchanged'));
};

const join: Handle = async (ask, guest) => {
  const { invitation } = guest;
  const t = translator(messages, ask.lang);
  const form = await ask.form();
  const signedIn = ask.reader.account;
  const typed = signedIn ? { nom: [signedIn.name], fonction: [invitation.function] } : toCanonicalValues(accountFields, readTyped(accountFields, form, {}));
  const ready = await readyFields(accountFields, { db: ask.primary, lang: ask.lang, messages, sheetId: null, context: guest.facts.context }, typed);
  const { values, errors } = checkFields(ready, typed, {}, form, ask.lang);
  if (!invitation.confirmedAt && !invitation.proposedAt) return ask.notFound();
  if (errors.length) return draw(ask, guest, typed, errors);
  const joining = { name: values.nom![0]!, function: values.fonction![0]!, device: t('guest.device'), ...(signedIn ? { accountId: signedIn.id } : {}) };
  const joined = await ask.primary.transaction().execute((tx) => acceptInvitation(tx, invitation, joining));
  if (!joined) return ask.page(<ClosedPage which="ended" />, { status: 410 });
  if ('known' in joined) return ask.done(commonPaths.signIn.href({}), t('guest.accountKnown', { body: invitation.body }));
  if ('session' in joined) ask.setCookie('session', joined.session, { maxAge: sessionDays * 86_400 });
  return ask.done(commonPaths.space.href({}), t('session' in joined ? 'guest.accountDone' : 'guest.accountAdded', { body: invitation.body }));
};

export const routes = [
  get(paths.guest, { who: 'everyone', cached: false }, withGuest((ask, guest) => draw(ask, guest))),
  post(paths.confirm, { who: 'everyone' }, withGuest(confirm)),
  get(paths.correct, { who: 'everyone', cached: false }, withGuest(showCorrection)),
  post(paths.correct, { who: 'everyone' }, withGuest(correct)),
  post(paths.account, { who: 'everyone' }, withGuest(join)),
];
