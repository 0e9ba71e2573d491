import { listKinds } from '~/sheets/index.ts';

export const rhythms = ['now', 'daily', 'weekly', 'never'] as const;
export type Rhythm = (typeof rhythms)[number];

export const defaultRhythm: Rhythm = 'weekly';

/** Things that one account follows. */
export const mostFollows = 500;
/** Sheets that one mail tells of; the page holds the others. */
export const mostInMail = 25;
/** News kept, in days. */
export const newsDays = 400;

/**
 * What followers are told of, after the name of the sheet’s own kind. Anything else is not for them: mandates, claims,
 * proposals, feedback and moderation are told to those they concern, and a confirmation changes nothing.
 */
const told = new Set([
  'created', 'updated', 'state', 'merged', 'published', 'figure', 'agreement', 'milestone', 'strand', 'exchange', 'standing', 'followed',
  'member', 'parent', 'priority', 'goal', 'result', 'action', 'gap', 'distinction', 'verified',
]);

/** `kind` is that of the sheet: `proposal.created` on a partnership is no `partnership.created`. */
export function isTold(name: string, kind: string): boolean {
  if (!name.startsWith(`${kind}.`)) return false;
  const what = name.slice(kind.length + 1);
  return told.has(what) || (listKinds().find((spec) => spec.kind === kind)?.told?.includes(what) ?? false);
}

export interface Period {
  /** Once an account: `d2026-11-22`, `w2026-11-16`. */
  name: string;
  /** What came before that moment belongs to it, ISO. */
  until: string;
}

/**
 * The last daily or weekly moment that has come: a worker that was away on Monday sends on Tuesday what Monday should have,
 * and not what came since.
 */
export function periodOf(rhythm: 'daily' | 'weekly', now: number, hour: number): Period {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Paris');
  let at = here.with({ hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  if (rhythm === 'weekly') at = at.subtract({ days: at.dayOfWeek - 1 });
  if (Temporal.ZonedDateTime.compare(at, here) > 0) at = at.subtract(rhythm === 'weekly' ? { weeks: 1 } : { days: 1 });
  return { name: `${rhythm[0]}${at.toPlainDate().toString()}`, until: at.toInstant().toString() };
}
