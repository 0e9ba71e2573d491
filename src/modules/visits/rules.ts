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

/** Others may still ask to come along. */
export function isJoinable({ type, state, places }: { type: string | null; state: string | null; places: number | null }): boolean {
  return type === 'trip' && state === 'planned' && places !== 0;
}
