import { earliestDay, latestDay, type PartialDate } from '~/platform/dates/partial.ts';

export type Standing = 'adopted' | 'presented' | 'cited' | 'proposal';
export type Part = 'approach' | 'asset' | 'method' | 'strength' | 'margin' | 'recommendation' | 'follow-up';
export type Family = 'geographic' | 'thematic' | 'partner-criteria';
export type Tier = 'first' | 'maintained' | 'occasional';
/** Why an action counts for an objective: written in its paragraph, its picture stands beside it, its subject suggests it, or its authority says so here. */
export type Basis = 'stated' | 'placement' | 'inferred' | 'declared';

export const actionStates = ['planned', 'finalising', 'ongoing', 'done'] as const;
export type ActionState = (typeof actionStates)[number];

/** How far a recommendation of the shared diagnosis is. */
export const followings = ['to-do', 'ongoing', 'done', 'set-aside'] as const;
export type Following = (typeof followings)[number];

const nextStates: Record<ActionState, readonly ActionState[]> = {
  planned: ['finalising', 'ongoing', 'done'],
  finalising: ['planned', 'ongoing', 'done'],
  ongoing: ['done'],
  // what was told done too early
  done: ['ongoing'],
};

export function mayBecome(from: ActionState, to: ActionState): boolean {
  return nextStates[from].includes(to);
}

/** More than a year, as its ends tell it. */
export function isMultiYear(period: Span): boolean {
  return period.start !== null && period.end !== null && latestDay(period.end).slice(0, 4) > earliestDay(period.start).slice(0, 4);
}

export function isReversed({ start, end }: Span): boolean {
  return start !== null && end !== null && latestDay(end) < earliestDay(start);
}

export interface Span {
  start: PartialDate | null;
  end: PartialDate | null;
}

/** What was planned, or was to end, and whose date has passed: nobody has said what became of it. */
export function stateToShow(action: Span & { state: string | null }, today: string): ActionState | 'to-confirm' | null {
  const state = action.state as ActionState | null;
  if (state === 'planned' && action.start && latestDay(action.end ?? action.start) < today) return 'to-confirm';
  if (state === 'ongoing' && action.end && latestDay(action.end) < today) return 'to-confirm';
  return state;
}

/** Flagged, not refused: one of the action's dates is certainly before the period or after it. */
export function isOutsidePeriod(action: Span, period: Span): boolean {
  const before = (date: PartialDate | null) => date !== null && period.start !== null && latestDay(date) < earliestDay(period.start);
  const after = (date: PartialDate | null) => date !== null && period.end !== null && earliestDay(date) > latestDay(period.end);
  return before(action.start) || before(action.end) || after(action.start) || after(action.end);
}

/** An action counts for an objective of its own authority only. */
export function mayCount(actionHolders: readonly string[], strategyHolders: readonly string[]): boolean {
  return actionHolders.some((holder) => strategyHolders.includes(holder));
}

/** A roadmap may be presented first and take effect later. */
export function effectOf(strategy: { effectiveFrom: PartialDate | null }, today: string): 'none' | 'to-come' | 'date-passed' {
  if (!strategy.effectiveFrom) return 'none';
  return earliestDay(strategy.effectiveFrom) > today ? 'to-come' : 'date-passed';
}

/** The period as its ends: years only, since a strategy is adopted for years. */
export function isPeriodOver(period: Span, today: string): boolean {
  return period.end !== null && latestDay(period.end) < today;
}
