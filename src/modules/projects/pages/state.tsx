import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { stateToShow, type ActionState } from '~/modules/strategies/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { StateMark, type StatusName } from '~/ui/index.ts';
import { messages } from '../messages.ts';

const statuses: Record<Exclude<ActionState, 'ongoing'> | 'to-confirm', StatusName> = {
  done: 'tenu',
  finalising: 'en-finalisation',
  planned: 'prevu',
  'to-confirm': 'a-confirmer',
};

export function ActionState({ action }: { action: Pick<SheetSummary, 'state' | 'start' | 'end'> }) {
  const t = useT(messages);
  const { today } = useView();
  const state = stateToShow(action, today);
  if (!state) return null;
  return state === 'ongoing' ? <StateMark phase="ongoing" word={t('state.ongoing')} /> : <StateMark status={statuses[state]} word={t(`state.${state}`)} />;
}

export function When({ action: { start, end } }: { action: Pick<SheetSummary, 'start' | 'end'> }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!start) return <>{t('when.unknown')}</>;
  const from = formatPartialDate(lang, start);
  if (!end) return <time dateTime={start.value}>{from}</time>;
  return <>{t('when.from', { from, to: formatPartialDate(lang, end) })}</>;
}
