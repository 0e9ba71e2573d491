import { latestDay, type PartialDate } from '~/platform/dates/partial.ts';
import type { Role } from '~/sheets/index.ts';

export type RegistrationKind = 'member' | 'visitor' | 'expert';
export type RegistrationState = 'invited' | 'asked' | 'registered' | 'waiting' | 'cancelled';

export const linkPurpose = 'registration';

/** In which quality somebody comes, as the form asks it: counts of elected people are made from it. */
export const qualities = ['elu', 'agent', 'association', 'etat', 'autre'] as const;
export type Quality = (typeof qualities)[number];

const standings: Record<Quality, string> = { elu: 'elected', agent: 'agent', association: 'association', etat: 'state', autre: 'expert' };

export function standingOfQuality(code: string): string {
  return standings[code as Quality] ?? 'expert';
}

export function qualityOfStanding(standing: string | null): Quality {
  return qualities.find((one) => standings[one] === standing) ?? 'autre';
}

export function standingOfRole(role: Role | undefined): string {
  if (role === 'elected') return 'elected';
  if (role === 'agent') return 'agent';
  if (role === 'partner') return 'foreign';
  return role === 'project-holder' ? 'association' : 'expert';
}

export interface Opening {
  registration: boolean;
  opensOn: string | null;
  closesOn: string | null;
}

export interface Happens {
  state: string | null;
  start: PartialDate | null;
  end: PartialDate | null;
}

/** Whether one may register today; closing day included, and never once the meeting is over. */
export function openingOf(doors: Opening, { state, start, end }: Happens, today: string): 'none' | 'soon' | 'open' | 'closed' {
  if (!doors.registration) return 'none';
  if (isPast({ state, start, end }, today)) return 'closed';
  if (doors.opensOn && today < doors.opensOn) return 'soon';
  return doors.closesOn && today > doors.closesOn ? 'closed' : 'open';
}

/** Whoever was asked or invited may always say yes; whoever said no comes back by the door, while it is open, or by their invitation. */
export function mayReturn({ state, kind }: { state: RegistrationState; kind: RegistrationKind }, opening: ReturnType<typeof openingOf>): boolean {
  return state !== 'cancelled' || kind === 'expert' || opening === 'open';
}

export interface Timed {
  id: string;
  number: number;
  day: string | null;
  starts: string | null;
  ends: string | null;
}

/** Two sessions of one day whose hours meet. Without hours nobody knows: no warning. */
export function doOverlap(a: Timed, b: Timed): boolean {
  if (!a.day || a.day !== b.day || !a.starts || !b.starts) return false;
  if (a.starts === b.starts) return true;
  const [first, second] = a.starts < b.starts ? [a, b] : [b, a];
  return first.ends !== null && second.starts! < first.ends;
}

/** Each pair among those chosen, in the order of the programme. */
export function listOverlaps<S extends Timed>(sessions: readonly S[]): [S, S][] {
  const sorted = sessions.toSorted((a, b) => a.number - b.number);
  return sorted.flatMap((one, index) => sorted.slice(index + 1).filter((other) => doOverlap(one, other)).map((other) => [one, other] as [S, S]));
}

/**
 * Which reminder is due today for a meeting that begins on `start`: a week before, or the day before. A worker that was away
 * sends it late, and never once the meeting began.
 */
export function reminderOf(start: string, today: string): 'week' | 'day' | null {
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(start)).days;
  if (days === 1) return 'day';
  return days >= 2 && days <= 7 ? 'week' : null;
}

/** Nobody comes any more, or not on that day. */
export function isClosedState(state: string | null): boolean {
  return state === 'cancelled' || state === 'postponed' || state === 'held' || state === 'minutes';
}

/** It is over, or will not take place: nothing more to say or to change. */
export function isPast({ state, start, end }: Happens, today: string): boolean {
  const last = end ?? start;
  return isClosedState(state) || (last !== null && latestDay(last) < today);
}
