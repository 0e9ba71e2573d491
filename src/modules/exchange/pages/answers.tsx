import { conversationHref } from '~/modules/discussions/index.ts';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Button, MoreLink, Section } from '~/ui/index.ts';
import type { Answer } from '../answers.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { prolongedUntil, type May } from '../rules.ts';

/** For whoever reads: the way to answer, or their own answer and its conversation. */
export function Answering({ slug, answers, may, isOpen }: { slug: string; answers: readonly Answer[]; may: May; isOpen: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const mine = answers[0];
  return (
    <Section id="repondre" title={t('answer.title')}>
      {mine ? (
        <>
          <p>{t('answer.mine', { date: formatPartialDate(lang, { value: mine.on, precision: 'day' }) })}</p>
          {mine.conversationId && <MoreLink href={to(conversationHref(mine.conversationId))}>{t('answer.open')}</MoreLink>}
        </>
      ) : may === 'no' ? (
        <p>{t('answer.needBody')}</p>
      ) : (
        isOpen && (
          <p>
            <Button href={to(paths.answer.href({ slug }))}>{t(may === 'answer' ? 'answer.do' : 'answer.signIn')}</Button>
          </p>
        )
      )}
    </Section>
  );
}

/** For those who keep it: every answer, whoever it was sent to. */
export function Answers({ answers }: { answers: readonly Answer[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Section id="reponses" title={t('answers.title')} lede={answers.length ? t('answers.lede', { n: answers.length }) : t('answers.none')}>
      <ul class="answers">
        {answers.map((one) => (
          <li key={one.id}>
            <p class="answer-from">
              <strong>{one.body ? t('answers.from', { author: one.author, body: one.body.title }) : one.author}</strong>{' '}
              <time dateTime={one.on}>{formatPartialDate(lang, { value: one.on, precision: 'day' })}</time>
            </p>
            <p class="as-written">{one.message}</p>
            <p class="answer-links">
              {one.conversationId && <a href={to(conversationHref(one.conversationId))}>{t('answer.open')}</a>}{' '}
              {one.requestId ? <a href={to(paths.request.href({ id: one.requestId }))}>{t('answers.sorted')}</a> : <a href={to(paths.newRequest.href({}, { reponse: one.id }))}>{t('answers.sort')}</a>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One click, when it adds something. */
export function Prolonging({ slug, expiresOn }: { slug: string; expiresOn: string }) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const until = prolongedUntil(expiresOn, today);
  const day = (value: string) => formatPartialDate(lang, { value, precision: 'day' });
  if (!until) return null;
  return (
    <form method="post" action={to(paths.prolong.href({ slug }))} class="one-click">
      <p>{t('prolong.text', { date: day(expiresOn) })}</p> <Button kind="outline">{t('prolong.do', { date: day(until) })}</Button>
    </form>
  );
}
