import { formatDay, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { linked, sheetHref, SheetPage, SheetState, type SheetFrame } from '~/sheets/index.ts';
import { DefinitionList, Hero, Note, Section } from '~/ui/index.ts';
import type { RefusedBallot } from '../forms.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { OpenBallot, Standing } from '../queries.ts';
import type { Poll } from '../types.ts';
import { BallotSection } from './ballot.tsx';
import { useOptionLabel } from './option-label.ts';
import { ResultSection } from './result.tsx';

interface Props {
  frame: SheetFrame;
  poll: Poll;
  standing: Standing;
  ballots: readonly OpenBallot[];
  acting: string | null;
  refused?: RefusedBallot;
}

export function PollPage({ frame, poll, standing, ballots, acting, refused }: Props) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const own = lang === sheet.lang ? undefined : sheet.lang;
  const conclusion = frame.states.find(({ state }) => state === 'published')?.reason;
  return (
    <SheetPage
      frame={frame}
      section="sondages"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={<Hero title={<span lang={own}>{sheet.title}</span>} size="title" eyebrow={<SheetState sheet={sheet} />} lede={sheet.summary ? <span lang={own}>{sheet.summary}</span> : undefined} side={<PollFacts poll={poll} frame={frame} />} />}
    >
      {poll.state === 'draft' && (
        <>
          <Note tone="confirm" title={t('draft.title')}>{t('draft.text')}</Note>
          <OptionsSection poll={poll} own={own} />
        </>
      )}
      {poll.state === 'open' && <BallotSection poll={poll} standing={standing} acting={acting} refused={refused} own={own} who={useRoomWords(poll, frame)} />}
      {poll.result && <ResultSection poll={poll} result={poll.result} ballots={ballots} own={own} />}
      {conclusion && (
        <Section title={t('result.conclusion')}>
          <p lang={own}>{conclusion}</p>
        </Section>
      )}
      {poll.state !== 'draft' && <Turnout poll={poll} standing={standing} />}
    </SheetPage>
  );
}

function PollFacts({ poll, frame }: { poll: Poll; frame: SheetFrame }) {
  const t = useT(messages);
  const { lang } = useView();
  return (
    <DefinitionList
      items={[
        [t('facts.who'), <Room frame={frame} poll={poll} />],
        [t('facts.voice'), t(`voice.${poll.voters}`)],
        [t('facts.ballot'), t(poll.secret ? 'ballot.secret' : 'ballot.open')],
        poll.state === 'open' && [t('facts.until'), poll.closesOn ? formatDay(lang, poll.closesOn, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }) : t('facts.until.hand')],
      ]}
    />
  );
}

function useRoomWords(poll: Poll, frame: SheetFrame): string {
  const t = useT(messages);
  const [room] = linked(frame.outgoing, 'about');
  return poll.electorate === 'instance' ? t('electorate.instance') : t(`electorate.${poll.electorate}`, { title: room?.title ?? '…' });
}

/** Whom it asks, with the link to their page when this reader sees it. */
function Room({ poll, frame }: { poll: Poll; frame: SheetFrame }) {
  const { to } = useView();
  const [room] = linked(frame.outgoing, 'about');
  const words = useRoomWords(poll, frame);
  return room ? <a href={to(sheetHref(room.kind, room.slug))}>{words}</a> : <>{words}</>;
}

function OptionsSection({ poll, own }: { poll: Poll; own?: string }) {
  const t = useT(messages);
  const label = useOptionLabel(poll);
  return (
    <Section title={t('options.title')}>
      <ul class="part-items" lang={own}>
        {poll.options.map((option) => <li key={option.id}>{label(option.label)}</li>)}
      </ul>
      {poll.other && <p>{t('options.other')}</p>}
    </Section>
  );
}

function Turnout({ poll, standing }: { poll: Poll; standing: Standing }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { electors } = standing;
  return (
    <Section id="participation" title={t('turnout.who')} lede={poll.secret ? t('turnout.secretRule') : poll.state === 'open' ? t('turnout.rule') : undefined}>
      <p class="poll-turnout">
        <strong>{t('turnout', { voted: standing.voted, electors })}</strong>
        {electors > 0 && <>, {t('turnout.share', { share: formatNumber(lang, standing.voted / electors, { style: 'percent', maximumFractionDigits: 0 }) })}</>}
      </p>
      {standing.bodies.length > 0 && (
        <ul class="poll-voters">
          {standing.bodies.map((body) => <li key={`${body.kind}/${body.slug}`}><a href={to(sheetHref(body.kind, body.slug))} lang="fr">{body.title}</a></li>)}
        </ul>
      )}
    </Section>
  );
}
