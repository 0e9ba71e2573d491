import type { Waiting } from '~/sheets/index.ts';

/** What somebody can hold in mind; the next waits its turn. */
export const most = 5;

export interface Turn {
  now: Waiting[];
  /** How many wait their turn. */
  later: number;
  /** Of those shown. */
  minutes: number;
}

export function buildTurn(waiting: readonly Waiting[]): Turn {
  const now = waiting.slice(0, most);
  return { now, later: waiting.length - now.length, minutes: Math.ceil(now.reduce((sum, one) => sum + one.seconds, 0) / 60) };
}
