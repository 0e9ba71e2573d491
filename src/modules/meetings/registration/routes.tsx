import { parseMail, recordAttempt } from '~/modules/accounts/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { checkFields, isRefusal, readTyped, readyFields, sheetHref, type SheetAsk, type Values } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { registerFor, updateReminders } from './commands.ts';
import { visitorFields } from './form.ts';
import { aroundOf, describeMeeting, findMeeting, type MeetingFound } from './found.ts';
import { gestures, isCodeOpen, readSessions } from './gestures.ts';
import { findByAccount, findByToken, type Found } from './holders.ts';
import { messages } from './messages.ts';
import { BrokenPage, ClosedPage, FormPage, SentPage } from './pages/form.tsx';
import { MinePage } from './pages/mine.tsx';
import { paths } from './paths.ts';
import { countRegistered } from './queries.ts';
import { standingOfQuality } from './rules.ts';

const setting = (ask: SheetAsk) => ({ db: ask.primary, lang: ask.lang, messages, sheetId: null, context: { reader: ask.reader, right: 'own' as const, today: ask.today } });

async function drawForm(ask: SheetAsk, { sheet, doors, sessions }: MeetingFound, values: Values = {}, errors: FormError[] = [], chosen: string[] = []): Promise<Response> {
  const [ready, counts] = await Promise.all([readyFields(visitorFields, setting(ask), values), countRegistered(ask.primary, sheet.id)]);
  const isFull = doors.places !== null && counts.registered >= doors.places;
  return ask.page(<FormPage sheet={sheet} ready={ready} values={values} isFull={isFull} errors={errors} sessions={sessions} chosen={chosen} />, { status: errors.length ? 422 : 200 });
}

async function registerVisitor(ask: SheetAsk, found: MeetingFound): Promise<Response> {
  const form = await ask.form();
  const typed = readTyped(visitorFields, form, {});
  const { values, errors } = checkFields(await readyFields(visitorFields, setting(ask), typed), typed, {}, form, ask.lang);
  const { chosen, errors: overlaps } = readSessions(ask, form, found.sessions);
  const [name, typedMail, held, body, quality] = ['nom', 'courriel', 'fonction', 'organisme', 'qualite'].map((field) => values[field]?.[0] ?? '') as [string, string, string, string, string];
  if (errors.length || overlaps.length) return drawForm(ask, found, typed, [...errors, ...overlaps], chosen);
  const mail = parseMail(typedMail) ?? typedMail;
  const wait = await recordAttempt(ask.primary, [{ name: 'registration mail', of: mail, most: 5, minutes: 60 }, { name: 'registration client', of: ask.client, most: 30, minutes: 60 }]);
  if (wait !== null) return drawForm(ask, found, typed, [{ name: 'courriel', message: translator(messages, ask.lang)('form.tooMany', { minutes: wait }) }], chosen);
  const visitor = { name, mail, function: held, body, standing: standingOfQuality(quality), lang: ask.lang };
  const answer = await ask.primary.transaction().execute((tx) => registerFor(tx, { meetingId: found.sheet.id, visitor, sessions: chosen }, aroundOf(ask)));
  return ask.page(isRefusal(answer) ? <ClosedPage sheet={found.sheet} /> : <SentPage sheet={found.sheet} />, { status: isRefusal(answer) ? 422 : 200 });
}

async function registerMember(ask: SheetAsk, found: MeetingFound): Promise<Response> {
  const answer = await ask.primary.transaction().execute((tx) => registerFor(tx, { meetingId: found.sheet.id, reader: ask.reader }, aroundOf(ask)));
  if (isRefusal(answer)) return ask.page(<ClosedPage sheet={found.sheet} />, { status: 422 });
  const next = found.sessions.length ? paths.registration.href({ slug: found.sheet.slug }) : sheetHref('event', found.sheet.slug);
  return ask.done(next, translator(messages, ask.lang)('state' in answer && answer.state === 'waiting' ? 'done.waiting' : 'done.registered'));
}

async function drawMine(ask: SheetAsk, found: Found, errors: FormError[] = [], chosen?: readonly string[]): Promise<Response> {
  const { registration, doors, sessions, hrefs, isOver, mayAccept, isSeen } = found;
  const meeting = { ...(await describeMeeting(ask.primary, registration.meetingId, ask.lang)), isSeen };
  return ask.page(
    <MinePage meeting={meeting} registration={registration} doors={doors} sessions={sessions} chosen={chosen ?? registration.sessions} errors={errors} hrefs={hrefs} hasCode={isCodeOpen(doors, ask.today)} isOver={isOver} mayAccept={mayAccept} />,
    { status: errors.length ? 422 : 200 },
  );
}

/** One gesture on one's registration, the same both ways. */
function answer(find: (ask: SheetAsk) => Promise<Found | undefined>, gesture: keyof typeof gestures) {
  return async (ask: SheetAsk): Promise<Response> => {
    const found = await find(ask);
    const done = found && (await gestures[gesture](ask, found));
    if (!found || !done) return ask.notFound();
    return 'said' in done ? ask.done(found.back, done.said) : drawMine(ask, found, done.errors, done.chosen);
  };
}

export const routes = [
  get(paths.registration, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const own = await findByAccount(ask);
    if (own) return drawMine(ask, own);
    const found = await findMeeting(ask);
    if (!found || found.opening === 'none') return ask.notFound();
    if (found.opening !== 'open') return ask.page(<ClosedPage sheet={found.sheet} />);
    return ask.reader.account ? ask.redirect(ask.to(sheetHref('event', found.sheet.slug)), 303) : drawForm(ask, found);
  }),
  post(paths.registration, { who: 'everyone' }, async (ask: SheetAsk) => {
    const found = await findMeeting(ask);
    if (!found || found.opening === 'none') return ask.notFound();
    const own = await findByAccount(ask);
    if (own && own.registration.state !== 'cancelled' && own.registration.state !== 'invited') return answer(findByAccount, 'sessions')(ask);
    return ask.reader.account ? registerMember(ask, found) : registerVisitor(ask, found);
  }),
  post(paths.cancel, { who: 'account' }, answer(findByAccount, 'cancel')),
  post(paths.reminders, { who: 'account' }, answer(findByAccount, 'reminders')),
  post(paths.presence, { who: 'account' }, answer(findByAccount, 'presence')),
  get(paths.mine, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    const found = await findByToken(ask);
    return found ? drawMine(ask, found) : ask.page(<BrokenPage />, { status: 404 });
  }),
  post(paths.confirmMine, { who: 'everyone' }, answer(findByToken, 'accept')),
  post(paths.sessionsOfMine, { who: 'everyone' }, answer(findByToken, 'sessions')),
  post(paths.cancelMine, { who: 'everyone' }, answer(findByToken, 'cancel')),
  post(paths.remindersOfMine, { who: 'everyone' }, answer(findByToken, 'reminders')),
  post(paths.presenceOfMine, { who: 'everyone' }, answer(findByToken, 'presence')),
  // The mail program posts from elsewhere, without cookie, and follows no redirection.
  post(paths.stop, { who: 'everyone', crossSite: true }, async (ask: SheetAsk) => {
    const found = await findByToken(ask);
    if (!found) return ask.notFound();
    await ask.primary.transaction().execute((tx) => updateReminders(tx, found.registration.id, false));
    return drawMine(ask, { ...found, registration: { ...found.registration, reminders: false } });
  }),
];
