import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Note, Section } from '~/ui/index.ts';
import { fieldOf, type RefusedBallot } from '../forms.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Standing } from '../queries.ts';
import type { Poll } from '../types.ts';
import { BallotFields } from './ballot-fields.tsx';

interface Props {
  poll: Poll;
  standing: Standing;
  acting: string | null;
  /** Whom it asks, in words. */
  who: string;
  refused?: RefusedBallot;
  own?: string;
}

/** One's ballot, or why there is none. */
export function BallotSection({ poll, standing, acting, who, refused, own }: Props) {
  const t = useT(messages);
  const { to, account } = useView();
  const message = refused && t(`error.${refused.error.code}`, { n: poll.most ?? 1 });
  const error = refused && { name: refused.error.field, message: message! };
  const { may } = standing;
  const isUndecided = may === 'none' && acting === null && account?.several === true;
  const choose = to(commonPaths.mandates.href({}, { suite: paths.show.href({ slug: poll.slug }) }));
  return (
    <div class="poll-vote">
      <Section id="voter" title={t('vote.title')}>
        {error && <ErrorSummary errors={[error]} />}
        {may === 'colleague' && <Note tone="context" title={t('no.colleague', { when: useWhen(standing.votedOn) })}>{t('no.colleagueWhy')}</Note>}
        {may === 'signIn' && <p><Button href={to(commonPaths.signIn.href({}, { suite: paths.show.href({ slug: poll.slug }) }))}>{t('no.signIn')}</Button></p>}
        {isUndecided && (
          <Note title={t('no.choose')}>
            <p>{t('no.chooseWhy')}</p>
            <p><Button href={choose}>{t('no.chooseDo')}</Button></p>
          </Note>
        )}
        {may === 'none' && !isUndecided && (
          <Note title={t('no.none')}>
            {t('no.noneWhy', { who })} <a href={choose}>{t('no.noneSwitch')}</a>
          </Note>
        )}
        {may === 'code' && <CodeForm poll={poll} error={error} />}
        {(may === 'vote' || may === 'change') && <BallotForm {...{ poll, standing, acting, refused, own }} error={error} />}
      </Section>
    </div>
  );
}

function useWhen(day: string | null): string {
  const t = useT(messages);
  const { lang, today } = useView();
  if (day === null || day === today) return t('when.today');
  if (Temporal.PlainDate.from(day).add({ days: 1 }).toString() === today) return t('when.yesterday');
  return t('when.day', { date: formatDay(lang, day, { day: 'numeric', month: 'long' }) });
}

function BallotForm({ poll, standing, acting, refused, own, error }: Omit<Props, 'who'> & { error?: { name: string; message: string } }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const isChange = standing.may === 'change';
  const at = { slug: poll.slug };
  return (
    <>
      {poll.voters === 'body' && acting && <p>{t('vote.for', { body: acting })}</p>}
      {isChange && standing.votedOn && <p>{t('vote.on', { date: formatDay(lang, standing.votedOn, { day: 'numeric', month: 'long' }) })}</p>}
      <form method="post" action={to(paths.ballot.href(at))} class="poll-form">
        <BallotFields poll={poll} ballot={refused?.ballot ?? standing.ballot} error={error} own={own} />
        <p class="hint">{t(poll.secret ? 'vote.secretHow' : poll.voters === 'body' ? 'vote.openHow' : 'vote.openPerson')}</p>
        <div class="actions">
          <Button>{t(isChange ? 'vote.change' : 'vote.do')}</Button>
          {isChange && <Button kind="plain" formAction={to(paths.withdraw.href(at))}>{t('vote.withdraw')}</Button>}
        </div>
      </form>
    </>
  );
}

function CodeForm({ poll, error }: { poll: Poll; error?: { name: string; message: string } }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      <p>{t('no.code')}</p>
      <form method="post" action={to(paths.recast.href({ slug: poll.slug }))}>
        <Field label={t('vote.code')} name={fieldOf.code} hint={t('vote.codeHint')} error={error?.name === fieldOf.code ? error.message : undefined} autocomplete="off" maxLength={20} />
        <div class="actions">
          <Button kind="outline">{t('vote.recast')}</Button>
        </div>
      </form>
    </>
  );
}
