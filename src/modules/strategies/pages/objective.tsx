import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, linked, sheetHref, SheetPage, type SheetFrame } from '~/sheets/index.ts';
import { Empty, Hero, MarginNote, MoreLink, Section, SheetList } from '~/ui/index.ts';
import type { ActionSource, ObjectiveAction } from '../actions.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ObjectiveItem } from '../queries.ts';
import { ActionLink, ActionMark, ActionWhen, Dots, Flags, Written } from './actions.tsx';

export interface ObjectivePageProps {
  frame: SheetFrame;
  objectives: readonly ObjectiveItem[];
  actions: readonly ObjectiveAction[];
  sources: ReadonlyMap<string, ActionSource[]>;
  occasional: ReadonlySet<string>;
}

export function ObjectivePage({ frame, objectives, actions, sources, occasional }: ObjectivePageProps) {
  const t = useT(messages);
  const { to } = useView();
  const { sheet } = frame;
  const [strategy] = linked(frame.outgoing, 'strategy');
  const objective = objectives.find((one) => one.id === sheet.id)!;
  const number = t('objective.number', { n: objective.number });
  return (
    <SheetPage
      frame={frame}
      section="strategies"
      breadcrumb={[
        { href: to(paths.list.href({})), label: t('list.title') },
        ...(strategy ? [{ href: to(sheetHref('strategy', strategy.slug)), label: strategy.title }] : []),
        { label: number },
      ]}
      hero={
        <Hero eyebrow={number} title={sheet.title} size="title" lede={sheet.summary ?? undefined}>
          <Dots actions={actions} />
          {actions.length > 0 && <p class="quiet">{t('objective.actions', { n: actions.length, dated: actions.filter((one) => one.start).length })}</p>}
        </Hero>
      }
      aside={
        <>
          {strategy && (
            <MarginNote title={t('objective.strategy')}>
              <p>
                <a href={to(sheetHref('strategy', strategy.slug))} lang={strategy.lang}>
                  {strategy.title}
                </a>
              </p>
              <p lang="fr">{strategy.context}</p>
            </MarginNote>
          )}
        </>
      }
      jsonLd={{ position: objective.number, ...(strategy ? { isPartOf: { '@type': 'CreativeWork', name: strategy.title } } : {}) }}
    >
      {objective.transversal && <p>{t(`objective.transversal.${objective.transversal}`)}</p>}
      {objective.commitments.length > 0 && (
        <Section title={t('objective.commitments')}>
          <ul lang={sheet.lang}>
            {objective.commitments.map((commitment) => (
              <li key={commitment}>{commitment}</li>
            ))}
          </ul>
        </Section>
      )}
      <Results actions={actions} sources={sources} occasional={occasional} period={strategy ?? sheet} />
      {frame.right && frame.right !== 'partner' && (
        <MoreLink href={to(commonPaths.create.href({ genre: 'action' }, { objectifs: sheet.id }))}>{t('objective.addAction')}</MoreLink>
      )}
      <Section title={t('objective.siblings')}>
        <SheetList
          items={objectives
            .filter((one) => one.id !== sheet.id)
            .map((one) => ({ href: to(sheetHref('objective', one.slug)), title: one.title, lang: one.lang, sign: <span class="list-number">{one.number}</span> }))}
        />
      </Section>
    </SheetPage>
  );
}

type ResultsProps = Omit<ObjectivePageProps, 'frame' | 'objectives'> & { period: Parameters<typeof Flags>[0]['period'] };

function Results({ actions, sources, occasional, period }: ResultsProps) {
  const t = useT(messages);
  if (!actions.length) return <Empty title={t('objective.noActions')} />;
  const count = (state: string) => actions.filter((action) => action.state === state).length;
  const [done, ongoing] = [count('done'), count('ongoing')];
  return (
    <Section id="actions" title={t('objective.results')} lede={t('objective.resultsLede', { done, ongoing, other: actions.length - done - ongoing })}>
      <ul class="action-rows">
        {actions.map((action) => (
          <li key={action.id}>
            <p class="action-title">
              <ActionLink action={action} /> <Flags action={action} period={period} occasional={occasional} />
              <span class="cell-note">{t(`basis.${action.basis}`)}</span>
              <Written sources={sources.get(action.id) ?? []} />
            </p>
            <p class="action-when">
              <ActionWhen start={action.start} end={action.end} />
            </p>
            <p class="action-state">
              <ActionMark action={action} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
