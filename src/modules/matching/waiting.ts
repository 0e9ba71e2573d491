import { formatList, formatPartialDate, translator } from '~/platform/i18n/index.ts';
import type { Read } from '~/platform/db/index.ts';
import type { Body, Waiting, WaitingFor } from '~/sheets/index.ts';
import { findWaited } from './census/queries.ts';
import { listIntroductions, type Introduction } from './introductions/queries.ts';
import { listMatches, listTitles, listToReview, type Match } from './matches/queries.ts';
import { findAnimated, findMe } from './me.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listProjects, type CommonProject } from './projects/queries.ts';

type Say = ReturnType<typeof translator<keyof typeof messages.fr>>;

/** What two members may still say yes to: the census, an introduction, a common project, what came of it, then one idea. */
export const waiting: WaitingFor = async (db, reader, lang, today) => {
  const t = translator(messages, lang);
  const network = findAnimated(reader);
  if (network) return listForAnimator(db, network, t, today);
  const me = findMe(reader);
  if (!me) return [];
  const [census, introductions, projects, matches] = await Promise.all([findWaited(db, me.id, today), listIntroductions(db, me.id, 30), listProjects(db, me.id), listMatches(db, me.id, 8)]);
  const things: Waiting[] = [];
  if (census) {
    const until = formatPartialDate(lang, { value: census.until, precision: 'day' });
    things.push({ title: t('waiting.census', { network: census.network }), text: t('waiting.census.text', { until }), seconds: 120, rank: 2, since: census.openedAt, main: { label: t('waiting.census.do'), href: paths.census.href({}) } });
  }
  things.push(...introductions.flatMap((one) => ofIntroduction(one, t)), ...projects.filter(({ mine }) => mine === 'invited').map((one) => ofProject(one, t)));
  // One idea, and only when nothing of theirs waits for an answer.
  const idea = things.length === 0 && introductions.every(({ state }) => state !== 'open') ? matches.find((match) => match.reached && !match.introduction && match.reasons.some(({ code }) => code === 'partner')) : undefined;
  return idea ? [await ofIdea(db, idea, t, lang, today)] : things;
};

async function listForAnimator(db: Read, network: Body, t: Say, today: string): Promise<Waiting[]> {
  const { total } = await listToReview(db, network.id, 1);
  if (total === 0) return [];
  return [{ title: t('waiting.review', { n: total }), text: t('waiting.review.text'), seconds: 300, rank: 3, since: today, main: { label: t('waiting.review.do'), href: paths.review.href({ slug: network.slug }) } }];
}

function ofIntroduction(one: Introduction, t: Say): Waiting[] {
  const at = { id: one.id };
  if (one.state === 'open' && one.agreed === null) {
    const title = one.from === 'them' ? t('waiting.introduction.them', { body: one.other.title }) : t('waiting.introduction.network', { body: one.other.title });
    return [{
      title, text: one.subject, seconds: 30, rank: 1, since: one.createdAt,
      main: { label: t('introduction.yes'), post: paths.agreement.href(at) }, other: { label: t('waiting.introduction.read'), href: paths.introduction.href(at) },
    }];
  }
  if (one.state === 'agreed' && one.outcomeAskedAt !== null && one.outcome === null) {
    return [{ title: t('waiting.outcome', { body: one.other.title }), text: t('outcome.lede'), seconds: 30, rank: 3, since: one.outcomeAskedAt, main: { label: t('waiting.outcome.do'), href: paths.introduction.href(at) } }];
  }
  return [];
}

function ofProject(one: CommonProject, t: Say): Waiting {
  return { title: t('waiting.project', { body: one.openedBy, title: one.title }), text: t('waiting.project.text'), seconds: 60, rank: 1, since: one.invitedAt, main: { label: t('waiting.project.do'), href: paths.project.href({ slug: one.slug }) } };
}

/** « Grabels et Bordeaux travaillent toutes deux avec Casablanca. » */
async function ofIdea(db: Read, { a, b, reasons }: Match, t: Say, lang: Parameters<WaitingFor>[2], today: string): Promise<Waiting> {
  const ids = reasons.find(({ code }) => code === 'partner')!.of;
  const titles = await listTitles(db, ids);
  const partners = formatList(lang, ids.flatMap((id) => titles.get(id)?.title ?? []));
  return {
    title: t('waiting.idea', { me: a.title, other: b.title, partners }), text: t('waiting.idea.text'), seconds: 30, rank: 3, since: today,
    main: { label: t('introduction.yes'), post: paths.introductions.href({}), fields: { avec: b.slug, sujet: t('waiting.idea.subject', { partners }) } },
    other: { label: t('waiting.idea.read'), href: `${paths.matches.href({})}#avec-${b.slug}` },
  };
}
