import { latestDay, type PartialDate } from '~/platform/dates/partial.ts';

/** Received here, or going there. */
export const visitTypes = ['hosted', 'trip'] as const;
export type VisitType = (typeof visitTypes)[number];

export const visitStates = ['requested', 'accepted', 'declined', 'planned', 'done', 'reported', 'cancelled'] as const;
export type VisitState = (typeof visitStates)[number];

const order: readonly VisitState[] = ['accepted', 'planned', 'done', 'reported'];

/** The states that come after, one step at a time. A request is answered by its own gesture. */
export function nextStates(state: string | null): VisitState[] {
  const at = order.findIndex((one) => one === state);
  return at < 0 ? [] : order.slice(at + 1, at + 2);
}

export function mayCancel(state: string | null): boolean {
  return state === 'accepted' || state === 'planned';
}

/** R098: a request stays between the two bodies; what was accepted may be shown. */
export function mayPublish(state: string | null): boolean {
  return state !== null && (order as readonly string[]).includes(state);
}

interface Dated {
  start: PartialDate | null;
  end: PartialDate | null;
}

/** Its last possible day is behind us, whether or not somebody said since that it took place. */
export function isPast({ start, end }: Dated, today: string): boolean {
  const last = end ?? start;
  return last !== null && latestDay(last) < today;
}

/** Others may still ask to come along. */
export function isJoinable({ type, state, places, ...dated }: Dated & { type: string | null; state: string | null; places: number | null }, today: string): boolean {
  return type === 'trip' && state === 'planned' && places !== 0 && !isPast(dated, today);
}

/** How many may still join a trip; null: not said. */
export function isPlaces(n: number | null): boolean {
  return n === null || (Number.isInteger(n) && n >= 0 && n <= 500);
}
