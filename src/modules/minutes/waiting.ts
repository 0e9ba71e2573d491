import { formatDay, translator } from '~/platform/i18n/index.ts';
import { getKind, sheetHref, type Waiting, type WaitingFor } from '~/sheets/index.ts';
import { listOwnFollowUps } from './follow-ups/queries.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listAsked } from './review/queries.ts';
import { listToDecide } from './review/waiting-queries.ts';

/** One's words to read again, what was promised in a meeting, and corrections that an organiser decides. */
export const waiting: WaitingFor = async (db, reader, lang) => {
  if (!reader.account) return [];
  const t = translator(messages, lang);
  const at = (kind: string, slug: string) => ({ genre: getKind(kind).genre, slug });
  const [asked, own, toDecide] = await Promise.all([listAsked(db, reader.account.id), listOwnFollowUps(db, reader), listToDecide(db, reader)]);
  return [
    ...asked.map(({ kind, slug, title, since }): Waiting => ({
      title: t('waiting.review', { title }), text: t('waiting.review.text'), seconds: 120, since, rank: 1,
      main: { label: t('waiting.agree'), post: paths.agreement.href(at(kind, slug)) }, other: { label: t('waiting.read'), href: paths.words.href(at(kind, slug)) },
    })),
    ...toDecide.map(({ kind, slug, title, since, n }): Waiting => ({
      title: t('waiting.corrections', { title, n }), seconds: 60 * n, since, rank: 1, main: { label: t('waiting.decide'), href: `${paths.desk.href(at(kind, slug))}#corrections` },
    })),
    ...own.map((one): Waiting => ({
      title: one.text, text: t('waiting.followUp', { title: one.sheet.title, dated: one.due ? 'yes' : 'no', day: one.due ? formatDay(lang, one.due, { dateStyle: 'long' }) : '' }),
      seconds: 10, since: one.since, rank: 2,
      main: { label: t('followUp.done'), post: paths.done.href({ ...at(one.sheet.kind, one.sheet.slug), id: one.id }) }, other: { label: t('waiting.minutes'), href: sheetHref(one.sheet.kind, one.sheet.slug) },
    })),
  ];
};
