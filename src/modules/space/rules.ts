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

/** What members begin most often, in the order of their month; the rest is folded. */
const often = ['event', 'visit', 'listing', 'action', 'practice', 'news'];
/** A fold for one or two lines would hide more than it saves. */
const foldFrom = 3;

export function splitStarts<Start extends { kind: string }>(starts: readonly Start[]): [first: Start[], later: Start[]] {
  const first = often.flatMap((kind) => starts.filter((start) => start.kind === kind));
  const later = starts.filter((start) => !often.includes(start.kind));
  return first.length === 0 || later.length < foldFrom ? [[...first, ...later], []] : [first, later];
}
