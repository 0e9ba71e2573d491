import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { yearOf, type PartialDate } from '~/platform/dates/partial.ts';
import { commonPaths, labelOfType, linked, sheetHref, SheetPage, type SheetFrame } from '~/sheets/index.ts';
import { Hero, MoreLink, Note, YearsThread } from '~/ui/index.ts';
import type { ObjectiveAction } from '../actions.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { StrategyDetail } from '../queries.ts';
import { isPeriodOver } from '../rules.ts';
import type { Spread } from '../spread.ts';
import { Objectives } from './objectives.tsx';
import { Priorities } from './priorities.tsx';
import { SpreadSection } from './spread.tsx';
import { Recommendations } from './recommendations.tsx';
import { Adoption, Diagnosis, FollowUp, Items, Line } from './telling.tsx';

export interface StrategyPageProps {
  frame: SheetFrame;
  detail: StrategyDetail;
  actions: readonly ObjectiveAction[];
  occasional: ReadonlySet<string>;
  spread: Spread;
}

export function StrategyPage({ frame, detail, actions, occasional, spread }: StrategyPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const [holder] = [...linked(frame.outgoing, 'holder'), ...linked(frame.outgoing, 'wished')];
  const isProposal = detail.standing === 'proposal';
  return (
    <SheetPage
      frame={frame}
      section="strategies"
      breadcrumb={[
        { href: to(paths.list.href({})), label: t('list.title') },
        ...(holder ? [{ href: to(sheetHref('territory', holder.slug)), label: holder.title }] : []),
        { label: sheet.title },
      ]}
      hero={
        <Hero title={sheet.title} size={sheet.title.length < 34 ? 'display' : 'title'} lede={sheet.summary ?? undefined} eyebrow={[labelOfType('strategy', sheet.type, lang), sheet.context].filter(Boolean).join(', ')}>
          <Years frame={frame} detail={detail} />
        </Hero>
      }
      jsonLd={buildJsonLd(frame, detail, holder?.title)}
      wide={
        <>
          <Priorities detail={detail} examples={actions.filter((action) => occasional.has(action.id)).slice(0, 1)} />
          <Objectives strategy={sheet} detail={detail} actions={actions} occasional={occasional} />
          {frame.right && frame.right !== 'partner' && (
            <MoreLink href={to(commonPaths.create.href({ genre: 'objectif' }, { strategie: sheet.id }))}>{t('objective.add')}</MoreLink>
          )}
          <SpreadSection strategy={sheet} detail={detail} spread={spread} actions={actions} occasional={occasional} />
          <Diagnosis detail={detail} />
          <Recommendations detail={detail} />
          <FollowUp detail={detail} />
        </>
      }
    >
      {isProposal && (
        <Note tone="context" title={t('proposal.title')}>
          <p>{t('proposal.text', { author: frame.sources[0]?.author ?? sheet.context ?? '' })}</p>
        </Note>
      )}
      {detail.isDraft && (
        <Note tone="context" title={t('draft.title')}>
          <p>{t('draft.text')}</p>
        </Note>
      )}
      <Adoption detail={detail} period={sheet} />
      <Items detail={detail} part="approach" title={t(isProposal ? 'approach.proposal' : detail.ambition ? 'ambition.title' : 'approach.title')} lede={detail.ambition} />
      <Items detail={detail} part="asset" title={t('asset.title')} />
      <Line detail={detail} />
    </SheetPage>
  );
}

/** A year with its fraction: 4 April 2023 is 2023.25. */
function place(date: PartialDate): number {
  const month = Number(date.value.slice(5, 7) || 1);
  return yearOf(date) + (month - 1) / 12;
}

function Years({ frame, detail }: { frame: SheetFrame; detail: StrategyDetail }) {
  const t = useT(messages);
  const { lang, today } = useView();
  const { start, end } = frame.sheet;
  if (!start || !end) return null;
  const now = place({ value: today, precision: 'day' });
  return (
    <YearsThread
      from={yearOf(start)}
      to={yearOf(end)}
      marks={detail.adoptedOn ? [{ at: place(detail.adoptedOn), label: t('years.adopted', { date: formatPartialDate(lang, detail.adoptedOn), precision: detail.adoptedOn.precision }) }] : []}
      today={isPeriodOver(frame.sheet, today) ? undefined : Math.min(now, yearOf(end))}
    />
  );
}

function buildJsonLd({ sheet }: SheetFrame, detail: StrategyDetail, holder: string | undefined): Record<string, unknown> {
  return {
    ...(detail.adoptedOn ? { datePublished: detail.adoptedOn.value } : {}),
    ...(sheet.start ? { temporalCoverage: `${sheet.start.value}/${sheet.end?.value ?? '..'}` } : {}),
    ...(holder && detail.standing !== 'proposal' ? { author: { '@type': 'GovernmentOrganization', name: holder } } : {}),
    ...(holder ? { about: { '@type': 'AdministrativeArea', name: holder } } : {}),
    hasPart: detail.objectives.map((objective) => ({ '@type': 'CreativeWork', position: objective.number, name: objective.title })),
  };
}
