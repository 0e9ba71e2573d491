import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { SaidIn, sheetHref } from '~/sheets/index.ts';
import { StateMark, type StatusName } from '~/ui/index.ts';
import type { ActionSource, ObjectiveAction } from '../actions.ts';
import { messages } from '../messages.ts';
import { isOutsidePeriod, stateToShow, type ActionState } from '../rules.ts';

const statuses: Record<Exclude<ActionState, 'ongoing'> | 'to-confirm', StatusName> = {
  done: 'tenu',
  finalising: 'en-finalisation',
  planned: 'prevu',
  'to-confirm': 'a-confirmer',
};

export function ActionMark({ action }: { action: Pick<ObjectiveAction, 'state' | 'start' | 'end'> }) {
  const t = useT(messages);
  const { today } = useView();
  const state = stateToShow(action, today);
  if (!state) return null;
  return state === 'ongoing' ? <StateMark phase="ongoing" word={t('action.ongoing')} /> : <StateMark status={statuses[state]} word={t(`action.${state}`)} />;
}

export function ActionWhen({ start, end }: { start: PartialDate | null; end: PartialDate | null }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!start) return <span class="quiet">{t('action.dateUnknown')}</span>;
  const from = formatPartialDate(lang, start);
  if (!end) return <time dateTime={start.value}>{from}</time>;
  return <>{t('action.dates', { from, to: formatPartialDate(lang, end) })}</>;
}

export function ActionLink({ action }: { action: Pick<ObjectiveAction, 'slug' | 'title' | 'lang'> }) {
  const { to } = useView();
  return (
    <a href={to(sheetHref('action', action.slug))} lang={action.lang}>
      {action.title}
    </a>
  );
}

export function Flags({ action, period, occasional }: { action: ObjectiveAction; period: { start: PartialDate | null; end: PartialDate | null }; occasional: ReadonlySet<string> }) {
  const t = useT(messages);
  const flags = [isOutsidePeriod(action, period) && t('action.outside'), occasional.has(action.id) && t('action.occasional')].filter(Boolean);
  return flags.length ? <span class="chip">{flags.join(', ')}</span> : null;
}

/** One dot an action: filled when it is dated. The words stand beside them. */
export function Dots({ actions }: { actions: readonly Pick<ObjectiveAction, 'id' | 'start'>[] }) {
  if (!actions.length) return null;
  return (
    <svg class="dots" width={actions.length * 16} height="14" viewBox={`0 0 ${actions.length * 16} 14`} aria-hidden="true" focusable="false">
      {actions.map((action, index) => (
        <circle key={action.id} class={action.start ? 'dated' : undefined} cx={index * 16 + 7} cy="7" r="4.600" />
      ))}
    </svg>
  );
}

export function Written({ sources }: { sources: readonly ActionSource[] }) {
  const t = useT(messages);
  return (
    <span class="cell-note">
      <SaidIn label={t('action.source')} sources={sources} />
    </span>
  );
}
