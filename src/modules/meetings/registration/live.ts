import type { SessionListed } from '../queries.ts';

export interface Programme {
  /** Sessions of the day, in order; none: the meeting is on another day. */
  today: SessionListed[];
  now: SessionListed[];
  next: SessionListed[];
}

/** What goes on at this hour of this day, where the meeting is; then what comes first after it. */
export function listNow(sessions: readonly SessionListed[], day: string, hour: string): Programme {
  const today = sessions.filter((one) => one.day === day).toSorted((a, b) => (a.starts ?? '').localeCompare(b.starts ?? '') || a.number - b.number);
  const at = (time: string | null) => time?.slice(0, 5) ?? '';
  const now = today.filter((one) => one.starts && at(one.starts) <= hour && (one.ends ? hour < at(one.ends) : true));
  const first = today.find((one) => at(one.starts) > hour)?.starts;
  return { today, now, next: first ? today.filter((one) => one.starts === first) : [] };
}
