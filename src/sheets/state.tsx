import { latestDay } from '~/platform/dates/partial.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { StateMark, type PhaseName, type StateMarkProps } from '~/ui/index.ts';
import { getKind, labelOfState } from './kinds.ts';
import { messages } from './messages.ts';
import type { SheetSummary } from './types.ts';

type Stated = Pick<SheetSummary, 'kind' | 'state' | 'phase' | 'start' | 'end'>;

/** The state of a sheet in a list. What was only announced for a day now past is not shown as still to come. */
export function SheetState({ sheet }: { sheet: Stated }) {
  const t = useT(messages);
  const { lang, today } = useView();
  const word = labelOfState(sheet.kind, sheet.state, lang);
  if (!word || !sheet.phase) return null;
  if (isOverdue(sheet, today)) return <StateMark status="a-confirmer" word={t('state.overdue', { state: word })} />;
  return <StateMark {...markOf(sheet)} word={word} />;
}

export function isOverdue({ phase, start, end }: Stated, today: string): boolean {
  const last = end ?? (phase === 'upcoming' ? start : null);
  return (phase === 'upcoming' || phase === 'ongoing') && last !== null && latestDay(last) < today;
}

/** What took place fills its sign; what merely ended leaves a ring; what warns is never green. */
function markOf({ kind, state, phase }: Stated): StateMarkProps {
  if (state && getKind(kind).accomplished?.includes(state)) return { status: 'tenu' };
  if (state && getKind(kind).alarming?.includes(state)) return { status: 'erreur' };
  return { phase: (phase ?? 'unknown') as PhaseName };
}
