import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero, Section } from '~/ui/index.ts';
import type { Writing } from '../../access.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { MinutesCrumbs } from '../../writing/pages/crumbs.tsx';
import { labelOf } from '../../writing/pages/texts.tsx';
import type { Draft } from '../../writing/queries.ts';
import type { Review, SpeakerAccount } from '../queries.ts';

export interface ReviewFault {
  name: string;
  code: 'until' | 'mail.wrong';
}

export interface ReviewPageProps {
  writing: Writing;
  draft: Draft;
  review: Review;
  accounts: SpeakerAccount[];
  until: string;
  typed: Record<string, string>;
  faults: ReviewFault[];
}

/** Whom the words are sent to: those who have an account are told by it, the others at the address that is given. */
export function ReviewPage({ writing, draft, review, accounts, until, typed, faults }: ReviewPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const errors = faults.map(({ name, code }) => ({ name, message: t(`fault.${code}`) }));
  const errorOf = (name: string) => errors.find((one) => one.name === name)?.message;
  const asked = new Map(review.reviewers.map((one) => [one.roleId, one]));
  const accountOf = new Map(accounts.map((one) => [one.roleId, one.accountId]));
  return (
    <Page title={t('review.title')} section="rencontres" noIndex>
      <MinutesCrumbs writing={writing} last={t('review.title')} />
      <Hero title={t('review.title')} size="title" lede={t('review.lede')} />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.review.href(writing.at))}>
        <Field type="date" name="jusqua" label={t('field.jusqua')} hint={t('field.jusqua.hint')} value={until} error={errorOf('jusqua')} />
        <Section title={t('review.speakers', { n: draft.speeches.length })}>
          <ul class="plain minutes-list">
            {draft.speeches.map((one) => {
              const reviewer = asked.get(one.id);
              const told = reviewer ? t(reviewer.agreed ? 'review.agreed' : 'review.asked') : accountOf.get(one.id) ? t('review.account') : null;
              return (
                <li key={one.id}>
                  {told && <p><strong lang="fr">{labelOf(one)}</strong></p>}
                  {told ? <p>{told}</p> : <Field type="email" name={`courriel-${one.id}`} label={labelOf(one)} hint={t('field.reviewMail')} value={typed[`courriel-${one.id}`]} error={errorOf(`courriel-${one.id}`)} optional />}
                </li>
              );
            })}
          </ul>
        </Section>
        <div class="actions"><Button>{t('review.send')}</Button></div>
      </form>
    </Page>
  );
}
