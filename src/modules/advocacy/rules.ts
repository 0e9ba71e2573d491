export const targets = ['afd', 'ministry', 'brussels', 'other'] as const;
export type Target = (typeof targets)[number];
export const ways = ['mail', 'letter', 'meeting', 'contribution'] as const;
export type Way = (typeof ways)[number];

export type State = 'raised' | 'supported' | 'sent' | 'answered' | 'closed';

export const defaultThreshold = 3;

/** Enough support makes a concern an item to write up; too little again takes it back, until it is sent. */
export function stateFor(state: State, supports: number, threshold: number): State {
  if (state === 'raised' && supports >= threshold) return 'supported';
  return state === 'supported' && supports < threshold ? 'raised' : state;
}

/** Whole months since the oldest sending that nobody answered; null when none waits. */
export function monthsWithoutAnswer(sendings: readonly { sentOn: string; answeredOn: string | null }[], today: string): number | null {
  const waiting = sendings.filter(({ answeredOn }) => answeredOn === null).map(({ sentOn }) => sentOn).sort()[0];
  return waiting === undefined ? null : Math.max(0, Temporal.PlainDate.from(waiting).until(today, { largestUnit: 'months' }).months);
}
