import { readLink, parseMail } from '~/modules/accounts/index.ts';
import { findSpeakers } from '~/modules/people/index.ts';
import { readDate } from '~/platform/dates/typed.ts';
import { isId } from '~/platform/db/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { anonymous, sheetHref, type SheetAsk } from '~/sheets/index.ts';
import { findOpenWriting, findOrganising, findSubject, findWriting, idIn, type Subject, type Writing } from '../access.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { most } from '../rules.ts';
import { getDraft } from '../writing/queries.ts';
import { acceptWords, addCorrection, closeCorrection, inviteReview } from './commands.ts';
import { GuestPage } from './pages/guest.tsx';
import { ReviewPage, type ReviewFault } from './pages/review.tsx';
import { WordsPage } from './pages/words.tsx';
import { findWords, getReview, listOwnWords, listSpeakerAccounts } from './queries.ts';

const t = (ask: SheetAsk) => translator(messages, ask.lang);
const guestActor = { name: 'intervenant' };

async function drawReview(ask: SheetAsk, writing: Writing, typed: Record<string, string> = {}, faults: ReviewFault[] = []): Promise<Response> {
  const [draft, review, accounts] = await Promise.all([getDraft(ask.primary, ask.reader, writing.sheet.id), getReview(ask.primary, writing.sheet.id), listSpeakerAccounts(ask.primary, writing.sheet.id)]);
  const until = typed.jusqua ?? review.until ?? Temporal.PlainDate.from(ask.today).add({ days: 10 }).toString();
  return ask.page(<ReviewPage {...{ writing, draft, review, accounts, until, typed, faults }} />, { status: faults.length ? 422 : 200 });
}

async function invite(ask: SheetAsk): Promise<Response> {
  const writing = await findOpenWriting(ask);
  if (!writing?.organises || writing.state === 'none') return ask.notFound();
  const form = await ask.form();
  const speakers = await listSpeakerAccounts(ask.primary, writing.sheet.id);
  const typed = Object.fromEntries(Object.entries(form.values).map(([name, list]) => [name, list[0] ?? '']));
  const until = readDate(form.text('jusqua'));
  const faults: ReviewFault[] = until?.precision === 'day' && until.value >= ask.today ? [] : [{ name: 'jusqua', code: 'until' }];
  const mails = new Map<string, string>();
  for (const { roleId } of speakers) {
    const text = form.text(`courriel-${roleId}`);
    const mail = text ? parseMail(text) : undefined;
    if (text && !mail) faults.push({ name: `courriel-${roleId}`, code: 'mail.wrong' });
    if (mail) mails.set(roleId, mail);
  }
  if (faults.length) return drawReview(ask, writing, typed, faults);
  const asked = await ask.primary.transaction().execute((tx) => inviteReview(tx, ask.actor, writing, { until: until!.value, speakers, mails }, ask));
  return ask.done(paths.desk.href(writing.at), t(ask)('review.sent', { n: asked }));
}

/** What one said oneself; nothing when this account spoke nowhere in it, or when nothing is to be read yet. */
async function findOwn(ask: SheetAsk): Promise<{ subject: Subject; words: Awaited<ReturnType<typeof listOwnWords>> } | undefined> {
  const subject = await findSubject(ask);
  if (!subject || (subject.state !== 'review' && subject.state !== 'published')) return undefined;
  return { subject, words: await listOwnWords(ask.primary, ask.reader.account!.id, subject.sheet.id) };
}

async function drawWords(ask: SheetAsk, { subject, words }: NonNullable<Awaited<ReturnType<typeof findOwn>>>, typed?: { roleId: string; text: string }): Promise<Response> {
  const draft = await getDraft(ask.primary, ask.reader, subject.sheet.id);
  return ask.page(<WordsPage {...{ subject, draft, words, typed }} />, { status: typed ? 422 : 200 });
}

async function correct(ask: SheetAsk): Promise<Response> {
  const own = await findOwn(ask);
  if (!own) return ask.notFound();
  const form = await ask.form();
  const [roleId, text] = [form.text('prise'), form.text('mots')];
  const word = own.words.find((one) => one.roleId === roleId);
  if (!word) return ask.notFound();
  if (!text || text.length > most.words) return drawWords(ask, own, { roleId, text });
  await ask.primary.transaction().execute((tx) => addCorrection(tx, ask.actor, { sheetId: own.subject.sheet.id, roleId, text, accountId: ask.reader.account!.id }));
  return ask.done(sheetHref(own.subject.sheet.kind, own.subject.sheet.slug), t(ask)('words.sent'));
}

type Guest = NonNullable<Awaited<ReturnType<typeof findWords>>> & { token: string; title: string; expired: boolean };

/** Whoever holds the link that the organisers had sent: their own words and nothing else of the draft. */
async function findGuest(ask: SheetAsk): Promise<Guest | undefined> {
  const token = ask.query('jeton') ?? '';
  const link = token ? await readLink(ask.primary, 'minutes', token, ask.now) : null;
  const roleId = link?.payload.role ?? '';
  const words = isId(roleId) ? await findWords(ask.primary, roleId) : undefined;
  const minutes = words && (await ask.primary.selectFrom('minutes').innerJoin('sheets', 'sheets.id', 'minutes.sheet_id').select(['title', 'minutes.state']).where('minutes.sheet_id', '=', words.sheetId).where('merged_into', 'is', null).executeTakeFirst());
  return link && words && minutes ? { ...words, token, title: minutes.title, expired: link.expired || minutes.state !== 'review' } : undefined;
}

function withGuest(handle: (ask: SheetAsk, guest: Guest) => Promise<Response>) {
  return async (ask: SheetAsk): Promise<Response> => {
    const guest = await findGuest(ask);
    if (!guest) return ask.query('jeton') ? ask.notFound() : ask.page(<GuestPage closed="open" />);
    return guest.expired ? ask.page(<GuestPage closed="ended" title={guest.title} />, { status: 410 }) : handle(ask, guest);
  };
}

async function drawGuest(ask: SheetAsk, guest: Guest, typed?: string): Promise<Response> {
  const speaker = (await findSpeakers(ask.primary, anonymous, [guest.functionId])).get(guest.functionId)!;
  return ask.page(<GuestPage guest={guest} speaker={speaker} typed={typed} />, { status: typed === undefined ? 200 : 422 });
}

export const routes = [
  get(paths.review, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findOpenWriting(ask);
    return writing?.organises && writing.state !== 'none' ? drawReview(ask, writing) : ask.notFound();
  }),
  post(paths.review, { who: 'account' }, invite),
  post(paths.correction, { who: 'account' }, async (ask: SheetAsk) => {
    const [writing, id] = [await findOrganising(ask), idIn(ask)];
    if (!writing || !id) return ask.notFound();
    const accept = (await ask.form()).text('geste') === 'accepter';
    const done = await ask.primary.transaction().execute((tx) => closeCorrection(tx, ask.actor, writing, id, { accept, today: ask.today }));
    return done ? ask.done(paths.desk.href(writing.at), t(ask)(accept ? 'correction.accepted' : 'correction.declined')) : ask.notFound();
  }),
  get(paths.corrections, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findWriting(ask);
    return writing ? ask.redirect(`${ask.to(paths.desk.href(writing.at))}#corrections`) : ask.notFound();
  }),
  get(paths.words, { who: 'account' }, async (ask: SheetAsk) => {
    const own = await findOwn(ask);
    return own ? drawWords(ask, own) : ask.notFound();
  }),
  post(paths.words, { who: 'account' }, correct),
  post(paths.agreement, { who: 'account' }, async (ask: SheetAsk) => {
    const own = await findOwn(ask);
    if (!own?.words.length) return ask.notFound();
    await ask.primary.transaction().execute((tx) => acceptWords(tx, ask.actor, own.words.map(({ roleId }) => roleId)));
    return ask.done(sheetHref(own.subject.sheet.kind, own.subject.sheet.slug), t(ask)('words.agreed'));
  }),
  get(paths.guest, { who: 'everyone', cached: false }, withGuest((ask, guest) => drawGuest(ask, guest))),
  post(paths.guest, { who: 'everyone' }, withGuest(async (ask, guest) => {
    const text = (await ask.form()).text('mots');
    if (!text || text.length > most.words) return drawGuest(ask, guest, text);
    await ask.primary.transaction().execute((tx) => addCorrection(tx, guestActor, { sheetId: guest.sheetId, roleId: guest.roleId, text, accountId: null }));
    return ask.done(paths.guest.href({}, { jeton: guest.token }), t(ask)('words.sent'));
  })),
  post(paths.guestAgreement, { who: 'everyone' }, withGuest(async (ask, guest) => {
    await ask.primary.transaction().execute((tx) => acceptWords(tx, guestActor, [guest.roleId]));
    return ask.done(paths.guest.href({}, { jeton: guest.token }), t(ask)('words.agreed'));
  })),
];
