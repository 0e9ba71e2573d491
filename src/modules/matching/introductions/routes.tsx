import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { attempt, toFormError, type Body, type SheetAsk } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { findMe } from '../me.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { acceptIntroduction, createIntroduction, declineIntroduction, recordOutcome, withdrawIntroduction } from './commands.ts';
import { IntroductionsPage } from './pages/list.tsx';
import { NewIntroductionPage } from './pages/new.tsx';
import { IntroductionPage } from './pages/show.tsx';
import { findIntroduction, findMember, listContacts, listIntroductions, listReached, type Introduction } from './queries.ts';
import { isOutcome, longestSubject } from './rules.ts';

const t = (ask: SheetAsk) => translator(messages, ask.lang);

interface Desk {
  me: Body;
  introduction: Introduction;
}

/** One of one's own body; to others it does not exist. */
async function findMine(ask: SheetAsk): Promise<Desk | undefined> {
  const me = findMe(ask.reader);
  const introduction = me && (await findIntroduction(ask.primary, me.id, ask.param('id')));
  return me && introduction && { me, introduction };
}

async function draw(ask: SheetAsk, { introduction }: Desk, errors: FormError[] = []): Promise<Response> {
  const contacts = introduction.state === 'agreed' ? await listContacts(ask.primary, introduction.id) : [];
  return ask.page(<IntroductionPage introduction={introduction} contacts={contacts} errors={errors} />, { status: errors.length ? 422 : 200 });
}

async function drawNew(ask: SheetAsk, other: Body, subject: string, errors: FormError[] = []): Promise<Response> {
  const reached = (await listReached(ask.primary, [other.id])).has(other.id);
  return ask.page(<NewIntroductionPage other={other} subject={subject} reached={reached} errors={errors} />, { status: errors.length ? 422 : 200 });
}

/** Where one is asked by one click, in Mon espace, the subject comes with it. */
async function create(ask: SheetAsk): Promise<Response> {
  const me = findMe(ask.reader);
  const form = await ask.form();
  const other = me && (await findMember(ask.primary, form.text('avec')));
  if (!me || !other || other.id === me.id) return ask.notFound();
  const made = await attempt(ask.primary, (tx) => createIntroduction(tx, ask.actor, { a: me, b: other, by: 'a', subject: form.text('sujet') }));
  if ('refused' in made) return drawNew(ask, other, form.text('sujet'), [toFormError(made, messages, ask.lang)]);
  return ask.done(paths.introduction.href({ id: made.id }), t(ask)(made.isNew ? 'introduction.asked' : 'introduction.open', { body: other.title }));
}

/** A gesture on one of one's own, then its page with a sentence. */
const act = (gesture: (ask: SheetAsk, desk: Desk) => Promise<string | null>) => async (ask: SheetAsk): Promise<Response> => {
  const desk = await findMine(ask);
  const sentence = desk && (await gesture(ask, desk));
  return desk && sentence ? ask.done(paths.introduction.href({ id: desk.introduction.id }), sentence) : ask.notFound();
};

async function answerOutcome(ask: SheetAsk): Promise<Response> {
  const desk = await findMine(ask);
  if (!desk || desk.introduction.outcomeAskedAt === null || desk.introduction.outcome !== null) return ask.notFound();
  const form = await ask.form();
  const [outcome, note] = [form.text('suite'), form.text('note')];
  if (!isOutcome(outcome)) return draw(ask, desk, [{ name: 'suite', message: t(ask)('outcome.missing') }]);
  if (note.length > longestSubject) return draw(ask, desk, [{ name: 'note', message: t(ask)('refusal.long') }]);
  await ask.primary.transaction().execute((tx) => recordOutcome(tx, ask.actor, desk.introduction, outcome, note || null));
  return ask.done(paths.introduction.href({ id: desk.introduction.id }), t(ask)('outcome.done'));
}

export const routes = [
  get(paths.introductions, { who: 'member' }, async (ask: SheetAsk) => {
    const me = findMe(ask.reader);
    return me ? ask.page(<IntroductionsPage me={me} introductions={await listIntroductions(ask.primary, me.id)} />) : ask.notFound();
  }),
  post(paths.introductions, { who: 'member' }, create),
  get(paths.newIntroduction, { who: 'member' }, async (ask: SheetAsk) => {
    const me = findMe(ask.reader);
    const other = me && (await findMember(ask.primary, ask.query('avec') ?? ''));
    return other && other.id !== me!.id ? drawNew(ask, other, '') : ask.notFound();
  }),
  get(paths.introduction, { who: 'member' }, async (ask: SheetAsk) => {
    const desk = await findMine(ask);
    return desk ? draw(ask, desk) : ask.notFound();
  }),
  post(paths.agreement, { who: 'member' }, act(async (ask, { introduction }) => {
    const done = introduction.agreed ? null : await ask.primary.transaction().execute((tx) => acceptIntroduction(tx, ask.actor, introduction));
    return done && t(ask)(done === 'agreed' ? 'introduction.accepted' : 'introduction.accepted.first', { body: introduction.other.title });
  })),
  post(paths.decline, { who: 'member' }, act(async (ask, { introduction }) => {
    const done = !introduction.agreed && (await ask.primary.transaction().execute((tx) => declineIntroduction(tx, ask.actor, introduction)));
    return done ? t(ask)('introduction.refused') : null;
  })),
  post(paths.withdrawal, { who: 'member' }, act(async (ask, { introduction }) => {
    const done = await ask.primary.transaction().execute((tx) => withdrawIntroduction(tx, ask.actor, introduction));
    return done ? t(ask)('introduction.taken') : null;
  })),
  post(paths.outcome, { who: 'member' }, answerOutcome),
];
