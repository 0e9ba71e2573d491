import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { Section } from '~/ui/index.ts';
import type { ObjectiveAction } from '../actions.ts';
import { messages } from '../messages.ts';
import type { ObjectiveItem, StrategyDetail } from '../queries.ts';
import { ActionLink, ActionMark, ActionWhen, Dots, Flags } from './actions.tsx';

/** What is seen of an objective before « Voir les autres ». */
const shown = 4;

export interface ObjectivesProps {
  strategy: SheetSummary;
  detail: StrategyDetail;
  actions: readonly ObjectiveAction[];
  occasional: ReadonlySet<string>;
}

export function Objectives({ strategy, detail, actions, occasional }: ObjectivesProps) {
  const t = useT(messages);
  const { lang } = useView();
  if (!detail.objectives.length) return null;
  const unique = [...new Map(actions.map((action) => [action.id, action])).values()];
  const dated = unique.filter((action) => action.start).length;
  const n = detail.objectives.length;
  return (
    <Section id="objectifs" title={unique.length ? t('objectives.title', { n, actions: unique.length }) : t('objectives.plain', { n })} action={unique.length > 0 && <Legend dated={dated} undated={unique.length - dated} />}>
      <nav class="objective-index" aria-label={t('objectives.index')}>
        <ol>
          {detail.objectives.map((objective) => (
            <li key={objective.id}>
              <a href={`#objectif-${objective.number}`}>
                <strong>{objective.number}</strong> <span lang={objective.lang}>{objective.short}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {detail.objectives.map((objective) => (
        <ObjectiveBlock key={objective.id} objective={objective} actions={actions.filter((action) => action.objectiveId === objective.id)} period={strategy} occasional={occasional} />
      ))}
      {unique.length > 0 && detail.adoptedOn && <p class="rule-note">{t('objectives.asOf', { date: formatPartialDate(lang, detail.adoptedOn), n: unique.length })}</p>}
    </Section>
  );
}

function Legend({ dated, undated }: { dated: number; undated: number }) {
  const t = useT(messages);
  const dot = (full: boolean) => (
    <svg class="dots" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <circle class={full ? 'dated' : undefined} cx="7" cy="7" r="4.600" />
    </svg>
  );
  return (
    <p class="legend">
      <span>
        {dot(true)} {t('objectives.dated', { n: dated })}
      </span>{' '}
      <span>
        {dot(false)} {t('objectives.undated', { n: undated })}
      </span>
    </p>
  );
}

interface BlockProps {
  objective: ObjectiveItem;
  actions: readonly ObjectiveAction[];
  period: SheetSummary;
  occasional: ReadonlySet<string>;
}

function ObjectiveBlock({ objective, actions, period, occasional }: BlockProps) {
  const t = useT(messages);
  const { to } = useView();
  const rest = actions.slice(shown);
  return (
    <article class="objective" id={`objectif-${objective.number}`}>
      <p class="objective-number" aria-hidden="true">
        {objective.number}
      </p>
      <div class="objective-head">
        <h3>
          <span class="visually-hidden">{t('objective.number', { n: objective.number })}. </span>
          <a href={to(sheetHref('objective', objective.slug))} lang={objective.lang}>
            {objective.title}
          </a>
        </h3>
        <Dots actions={actions} />
        {actions.length > 0 && <p class="quiet">{t('objective.actions', { n: actions.length, dated: actions.filter((action) => action.start).length })}</p>}
        {objective.transversal && <p class="chip">{t('objective.transversal')}</p>}
      </div>
      <div>
        {objective.commitments.length > 0 && (
          <ul lang={objective.lang}>
            {objective.commitments.map((commitment) => (
              <li key={commitment}>{commitment}</li>
            ))}
          </ul>
        )}
        {actions.length === 0 && <p class="quiet">{t('objective.noActions')}</p>}
        <Rows actions={actions.slice(0, shown)} period={period} occasional={occasional} />
        {rest.length > 0 && (
          <details>
            <summary>{t('objective.more', { n: rest.length })}</summary>
            <Rows actions={rest} period={period} occasional={occasional} />
          </details>
        )}
      </div>
    </article>
  );
}

function Rows({ actions, period, occasional }: { actions: readonly ObjectiveAction[]; period: SheetSummary; occasional: ReadonlySet<string> }) {
  if (!actions.length) return null;
  return (
    <ul class="action-rows">
      {actions.map((action) => (
        <li key={action.id}>
          <p class="action-title">
            <ActionLink action={action} /> <Flags action={action} period={period} occasional={occasional} />
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
  );
}
