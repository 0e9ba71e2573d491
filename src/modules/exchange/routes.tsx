import { get, post } from '~/platform/http/request.ts';
import { formatPartialDate, translator } from '~/platform/i18n/index.ts';
import { conversationHref } from '~/modules/discussions/index.ts';
import { attempt, answerSheet, findRight, isRefusal, sheetHref, toFormError, type Right, type SheetAsk } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { answerListing, listAnswers } from './answers.ts';
import { prolongListing } from './commands.ts';
import { messages } from './messages.ts';
import { AnswerPage } from './pages/answer.tsx';
import { ListingPage } from './pages/listing.tsx';
import { paths } from './paths.ts';
import { findListing, findOwner, getListing } from './queries.ts';
import { reading } from './reading.tsx';
import { isOpen, type May } from './rules.ts';
import { routes as triage } from './triage/routes.tsx';

function mayOf({ reader }: SheetAsk, right: Right | null): May {
  if (right === 'own') return 'own';
  if (reader.kind === 'anonymous') return 'sign-in';
  return reader.kind === 'member' && reader.acting?.body && reader.acting.role !== 'expert' ? 'answer' : 'no';
}

/** An open listing that this person may answer and has not answered. */
async function findAnswerable(ask: SheetAsk) {
  const sheet = await findListing(ask.primary, ask.reader, ask.param('slug'));
  if (!sheet || !isOpen({ state: sheet.state, expiresOn: sheet.detail.expiresOn }, ask.today)) return undefined;
  const may = mayOf(ask, await findRight(ask.primary, ask.reader, sheet.id));
  return may === 'answer' ? { sheet, owner: await findOwner(ask.primary, sheet.id) } : undefined;
}

async function answer(ask: SheetAsk): Promise<Response> {
  const found = await findAnswerable(ask);
  if (!found) return ask.notFound();
  const t = translator(messages, ask.lang);
  const text = (await ask.form()).text('message').trim();
  const draw = (errors: FormError[]) => ask.page(<AnswerPage {...found} text={text} errors={errors} />, { status: 422 });
  if (!text || text.length > 5000) return draw([{ name: 'message', message: t(text ? 'refusal.message-long' : 'refusal.message') }]);
  const done = await attempt(ask.primary, (tx) => answerListing(tx, { ...ask.actor, accountId: ask.reader.account!.id }, found.sheet.id, text, ask));
  if (isRefusal(done)) return draw([toFormError({ ...done, field: 'message' }, messages, ask.lang)]);
  return ask.done(conversationHref(done.conversationId), t('answer.done'));
}

async function prolong(ask: SheetAsk): Promise<Response> {
  const sheet = await findListing(ask.primary, ask.reader, ask.param('slug'));
  const right = sheet && (await findRight(ask.primary, ask.reader, sheet.id));
  if (!sheet || (right !== 'own' && right !== 'administrator')) return ask.notFound();
  const t = translator(messages, ask.lang);
  const until = await attempt(ask.primary, (tx) => prolongListing(tx, ask.actor, sheet.id, ask.today));
  const said = isRefusal(until) ? t('prolong.refused') : t('prolong.done', { date: formatPartialDate(ask.lang, { value: until, precision: 'day' }) });
  return ask.done(sheetHref('listing', sheet.slug), said);
}

export const routes = [
  ...reading,
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'listing', async (frame) => {
      const isOwn = frame.right === 'own';
      const [detail, answers] = await Promise.all([getListing(ask.db, frame.sheet.id), listAnswers(ask.db, ask.reader, frame.sheet, isOwn)]);
      return <ListingPage frame={frame} detail={detail} answers={answers} may={mayOf(ask, frame.right)} />;
    })),
  get(paths.answer, { who: 'member' }, async (ask: SheetAsk) => {
    const found = await findAnswerable(ask);
    return found ? ask.page(<AnswerPage {...found} text="" errors={[]} />) : ask.notFound();
  }),
  post(paths.answer, { who: 'member' }, answer),
  post(paths.prolong, { who: 'editor' }, prolong),
  ...triage,
];

