import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero, Note } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { LivePoll } from '../queries.ts';
import { LiveFigures } from './figures.tsx';

interface Props {
  live: LivePoll;
  /** What this browser or this account answered. */
  answer: readonly number[] | null;
  /** What was just ticked, and refused. */
  typed?: readonly number[];
  mayAnswer: boolean;
  organises: boolean;
  /** The session or event, when this reader sees it. */
  sheet: { href: string; title: string } | null;
  error?: 'live.errorChoose' | 'live.errorOver' | 'live.errorMany';
}

/** One question on a phone: the same page before, after, and with the result. */
export function RoomPage({ live, answer, typed, mayAnswer, organises, sheet, error }: Props) {
  const t = useT(messages);
  const { to, origin } = useView();
  const address = `${origin.replace(/^https?:\/\//, '')}${paths.room.href({ code: live.code })}`;
  return (
    <Page title={live.question} section="rencontres" noIndex edit>
      <Hero title={<span lang="fr">{live.question}</span>} size="title" eyebrow={t(live.isOpen ? 'live.open' : 'live.result')} lede={sheet ? <a href={to(sheet.href)}>{t('live.part', { title: sheet.title })}</a> : undefined} />
      {!live.isOpen && error && <Note tone="confirm" title={t(error)} />}
      <div class="live-room" data-live={live.isOpen ? 'ouverte' : 'close'} role="status">
        {!live.isOpen && <LiveFigures live={live} />}
        {live.isOpen && organises && <p class="live-screen"><strong>{t('live.where', { address })}</strong> <span>{t('live.code', { code: live.code })}</span></p>}
        {live.isOpen && (organises || answer) && <p>{t('live.count', { n: live.n })}</p>}
        {live.isOpen && answer && <p>{t('live.answered')}</p>}
        {live.isOpen && (answer || organises) && <p><a href={to(paths.room.href({ code: live.code }))}>{t('live.reload')}</a></p>}
      </div>
      {live.isOpen && mayAnswer && <AnswerForm live={live} answer={answer} typed={typed} error={error} />}
      {live.isOpen && !mayAnswer && (
        <p>
          {t('live.signIn')} <a href={to(commonPaths.signIn.href({}, { suite: paths.room.href({ code: live.code }) }))}>{t('no.signIn')}</a>
        </p>
      )}
      {live.isOpen && organises && (
        <form method="post" action={to(paths.closeRoom.href({ code: live.code }))}>
          <Button kind="outline">{t('live.close')}</Button>
        </form>
      )}
    </Page>
  );
}

function AnswerForm({ live, answer, typed, error }: Pick<Props, 'live' | 'answer' | 'typed' | 'error'>) {
  const t = useT(messages);
  const { to } = useView();
  const values = (typed ?? answer ?? []).map(String);
  return (
    <form method="post" action={to(paths.room.href({ code: live.code }))} class="live-form">
      {error && <ErrorSummary errors={[{ name: 'reponse', message: t(error) }]} />}
      <Field label={t(live.several ? 'vote.multiple' : 'vote.single')} name="reponse" type={live.several ? 'checkboxes' : 'radio'} options={live.options.map(({ position, label }) => [String(position), label] as const)} value={values[0]} values={values} error={error && t(error)} />
      <Button>{t(answer ? 'live.change' : 'live.answer')}</Button>
    </form>
  );
}

export function RoomsPage({ wrong, typed }: { wrong: boolean; typed: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('live.enter')} section="rencontres" noIndex>
      <Hero title={t('live.enter')} lede={t('live.enterLede')} size="title" />
      <form method="get" action={to(paths.rooms.href({}))} class="live-form">
        <Field label={t('live.codeLabel')} name="code" value={typed} autocomplete="off" maxLength={12} error={wrong ? t('live.codeWrong') : undefined} />
        <Button>{t('live.codeDo')}</Button>
      </form>
    </Page>
  );
}
