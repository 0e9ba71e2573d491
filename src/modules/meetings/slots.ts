import type { SessionListed } from './queries.ts';

export interface Slot {
  /** Null: neither its day nor its hour is given. */
  day: string | null;
  starts: string | null;
  ends: string | null;
  sessions: SessionListed[];
}

/** Sessions that share a day and an hour go side by side; those without an hour come first, apart. */
export function groupSlots(sessions: readonly SessionListed[]): Slot[] {
  const groups = Map.groupBy(sessions, ({ day, starts, ends }) => `${day ?? ''} ${starts ?? ''} ${ends ?? ''}`);
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, list]) => ({ day: list[0]!.day, starts: list[0]!.starts, ends: list[0]!.ends, sessions: list.toSorted((a, b) => a.number - b.number) }));
}
