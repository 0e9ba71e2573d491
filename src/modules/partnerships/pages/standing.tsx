import { instance } from '~/platform/events/index.ts';
import { formatList, formatPartialDate, useT, useView, type Lang } from '~/platform/i18n/index.ts';
import { yearOf } from '~/platform/dates/partial.ts';
import { labelOfState, SourceNote, type SheetFrame, type StateShown } from '~/sheets/index.ts';
import { Section, StateMark, StepsThread, type Step } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { PartnershipDetail } from '../queries.ts';
import { isCounted, isRelaunch, phases, roundAnniversary, type PartnershipState, type StartMeaning } from '../rules.ts';
import { Strands } from './strands.tsx';
import type { Names } from './words.ts';

interface StandingProps {
  frame: SheetFrame;
  detail: PartnershipDetail;
  names: Names;
}

/** Where the partnership stands: its states as steps, then its strands. */
export function Standing({ frame, detail, names }: StandingProps) {
  const t = useT(messages);
  const { lang } = useView();
  const authority = formatList(lang, names.french);
  const { list, basis, documentId } = detail.dimensions;
  const dimensions = formatList(lang, list.map((one) => t(`dimension.${one}`)));
  return (
    <Section title={t('states.title')}>
      <StepsThread steps={useSteps(frame)} />
      {!isCounted(frame.sheet) && <p class="quiet">{t('count.apart')}</p>}
      <Strands frame={frame} strands={detail.strands} />
      {basis && (
        <p class="quiet">
          {basis === 'own' ? t('dimensions.own', { list: dimensions }) : t('dimensions.collective', { authority, list: dimensions })}
          <SourceNote frame={frame} documentId={documentId} />
        </p>
      )}
      {detail.mediator && <p class="quiet">{t('mediator.text', { who: detail.mediator })}</p>}
      {detail.placeholder && !names.foreign.length && <p class="quiet">{t('placeholder.text', { name: detail.placeholder })}</p>}
      {detail.priority !== null && <p class="quiet">{t(detail.priority ? 'priority.yes' : 'priority.no', { authority })}</p>}
    </Section>
  );
}

function useSteps(frame: SheetFrame): Step[] {
  const t = useT(messages);
  const { lang, today } = useView();
  const { sheet, states } = frame;
  const thisYear = Number(today.slice(0, 4));
  const round = roundAnniversary(sheet.start, thisYear);
  const steps = states.map((state, index): Step => {
    const relaunch = isRelaunch(states[index - 1]?.state, state.state);
    return {
      label: dateOf(state, relaunch, lang, t),
      dateTime: state.at?.value,
      mark: index === states.length - 1 && !round ? 'full' : state.at || relaunch ? 'ring' : 'dotted',
      line: state.state === 'active' ? 'solid' : state.state === 'in_renewal' ? 'dashed' : 'dotted',
      state: <StateMark {...markOf(state.state)} word={relaunch ? t('state.relaunched') : labelOfState('partnership', state.state, lang)} />,
      note: <StepNote frame={frame} state={state} first={index === 0} />,
    };
  });
  if (!round) return steps;
  const meaning = (sheet.startMeaning ?? 'partnership') as StartMeaning;
  return [...steps, { label: String(thisYear), mark: 'full', state: <strong>{t('states.anniversary')}</strong>, note: t(`states.years.${meaning}`, { n: round }) }];
}

function StepNote({ frame, state, first }: { frame: SheetFrame; state: StateShown; first: boolean }) {
  const t = useT(messages);
  const { lang } = useView();
  const { sheet } = frame;
  const isStart = first && sheet.start !== null && state.at !== null && yearOf(state.at) === yearOf(sheet.start);
  return (
    <>
      {isStart && sheet.startMeaning && t(`states.start.${sheet.startMeaning as StartMeaning}`)}
      {first && !state.at && !state.reason && t('states.listed')}
      {(state.reason || state.note) && (
        <span lang={sheet.lang}>
          {state.reason} {state.note}
        </span>
      )}
      <SourceNote frame={frame} documentId={state.source?.documentId} />
      {state.author !== instance.name && <span class="quiet"> {t('states.by', { author: state.author, date: formatPartialDate(lang, { value: state.recorded, precision: 'day' }) })}</span>}
    </>
  );
}

/** A relaunch that a dated text reports without a date happened before that text; of anything else, nothing is deduced. */
function dateOf(state: StateShown, relaunch: boolean, lang: Lang, t: ReturnType<typeof useT<'states.before' | 'states.unknownDate'>>): string {
  if (state.at) return formatPartialDate(lang, state.at);
  const published = state.source?.published;
  return relaunch && published ? t('states.before', { date: formatPartialDate(lang, published.precision === 'day' ? { value: published.value.slice(0, 7), precision: 'month' } : published) }) : t('states.unknownDate');
}

function markOf(state: string): { phase: 'ongoing' | 'paused' | 'ended' | 'upcoming' | 'unknown' } | { status: 'suspendu' } {
  return state === 'suspended' ? { status: 'suspendu' } : { phase: phases[state as PartnershipState] ?? 'unknown' };
}
