import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { attempt, toFormError, type SheetAsk } from '~/sheets/index.ts';
import { findCensus } from '../census/queries.ts';
import { createIntroduction } from '../introductions/commands.ts';
import { findMember } from '../introductions/queries.ts';
import { findMe } from '../me.ts';
import { messages } from '../messages.ts';
import { findNetworkHere } from '../network.ts';
import { paths } from '../paths.ts';
import { reasons, type Reason } from '../weights.ts';
import { addRefusal, addReview, removeRefusal } from './commands.ts';
import { listNamed } from './pages/groups.tsx';
import { MatchesPage } from './pages/matches.tsx';
import { MethodPage } from './pages/method.tsx';
import { ReviewPage, type ReviewPageProps } from './pages/review.tsx';
import { findComputed, listGroupsOf, listMatches, listRefused, listTitles, listToReview } from './queries.ts';

const t = (ask: SheetAsk) => translator(messages, ask.lang);
const isReason = (text: string): text is Reason => (reasons as readonly string[]).includes(text);

async function showMatches(ask: SheetAsk): Promise<Response> {
  const me = findMe(ask.reader);
  if (!me) return ask.notFound();
  const [matches, groups, refused, census] = await Promise.all([listMatches(ask.primary, me.id), listGroupsOf(ask.primary, { body: me.id }), listRefused(ask.primary, me.id), findCensus(ask.primary, me.id)]);
  const titles = await listTitles(ask.primary, listNamed(groups, matches.flatMap((match) => match.reasons)));
  return ask.page(<MatchesPage {...{ me, matches, groups, titles, refused }} answered={census.answeredAt !== null} />);
}

async function drawReview(ask: SheetAsk, refused?: ReviewPageProps['refused']): Promise<Response> {
  const network = await findNetworkHere(ask);
  if (!network) return ask.notFound();
  const [{ pairs, total }, groups] = await Promise.all([listToReview(ask.primary, network.id), listGroupsOf(ask.primary, { network: network.id })]);
  const titles = await listTitles(ask.primary, listNamed(groups, pairs.flatMap((pair) => pair.reasons)));
  return ask.page(<ReviewPage {...{ network, pairs, total, groups, titles, refused }} />, { status: refused ? 422 : 200 });
}

/** The two members that a form of the review names, when both are of this network. */
async function findPair(ask: SheetAsk) {
  const network = await findNetworkHere(ask);
  const form = await ask.form();
  const [a, b] = network ? await Promise.all([findMember(ask.primary, form.text('a')), findMember(ask.primary, form.text('b'))]) : [];
  if (!network || !a || !b || a.id === b.id) return undefined;
  const members = await ask.primary.selectFrom('sheet_links').select('to_id').where('from_id', '=', network.id).where('role', '=', 'member').where('to_id', 'in', [a.id, b.id]).execute();
  return members.length === 2 ? { network, a, b, form } : undefined;
}

async function propose(ask: SheetAsk): Promise<Response> {
  const pair = await findPair(ask);
  if (!pair) return ask.notFound();
  const { network, a, b, form } = pair;
  const subject = form.text(`sujet.${a.slug}.${b.slug}`);
  const made = await attempt(ask.primary, (tx) => createIntroduction(tx, ask.actor, { a, b, by: { networkId: network.id }, subject }));
  if ('refused' in made) return drawReview(ask, { a: a.slug, b: b.slug, subject, errors: [{ ...toFormError(made, messages, ask.lang), name: `sujet.${a.slug}.${b.slug}` }] });
  return ask.done(paths.review.href({ slug: network.slug }), t(ask)(made.isNew ? 'review.proposed' : 'review.open', { a: a.title, b: b.title }));
}

export const routes = [
  get(paths.matches, { who: 'member' }, showMatches),
  get(paths.method, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<MethodPage members={(await findComputed(ask.db, null)).members} />)),
  post(paths.refusal, { who: 'member' }, async (ask: SheetAsk) => {
    const [me, other] = [findMe(ask.reader), await findMember(ask.primary, ask.param('body'))];
    if (!me || !other || me.id === other.id) return ask.notFound();
    const reason = (await ask.form()).text('raison');
    await ask.primary.transaction().execute((tx) => addRefusal(tx, ask.actor, me.id, other.id, isReason(reason) ? reason : null));
    return ask.done(paths.matches.href({}), t(ask)(isReason(reason) ? 'match.refused.learned' : 'match.refused', { body: other.title }));
  }),
  post(paths.refusalEnd, { who: 'member' }, async (ask: SheetAsk) => {
    const [me, other] = [findMe(ask.reader), await findMember(ask.primary, ask.param('body'))];
    const done = me && other && (await ask.primary.transaction().execute((tx) => removeRefusal(tx, ask.actor, me.id, other.id)));
    return done ? ask.done(paths.matches.href({}), t(ask)('refused.done', { body: other.title })) : ask.notFound();
  }),
  get(paths.review, { who: 'animator' }, (ask: SheetAsk) => drawReview(ask)),
  post(paths.review, { who: 'animator' }, propose),
  post(paths.reviewed, { who: 'animator' }, async (ask: SheetAsk) => {
    const pair = await findPair(ask);
    if (!pair) return ask.notFound();
    await ask.primary.transaction().execute((tx) => addReview(tx, pair.network.id, pair.a.id, pair.b.id));
    return ask.done(paths.review.href({ slug: pair.network.slug }), t(ask)('review.left', { a: pair.a.title, b: pair.b.title }));
  }),
];
