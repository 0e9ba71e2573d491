import { earliestDay, latestDay, type PartialDate } from '~/platform/dates/partial.ts';

export const meetingStates = ['tentative', 'planned', 'confirmed', 'open', 'held', 'minutes', 'postponed', 'cancelled', 'recurring', 'mentioned'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const roles = ['opening', 'chair', 'moderator', 'speaker', 'closing'] as const;
export type Role = (typeof roles)[number];

export type Refusal = { refused: 'endBeforeStart' };

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

export interface WrittenDay {
  day: string;
  /** 1 is Monday, as written; null when no weekday is written. */
  written: number | null;
  /** What the calendar says. */
  real: number;
}

/** Letters and figures only, without case or accents: how two spellings are compared. */
export function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Reads « Mardi 18 septembre 2023 », and asks the calendar which day that was. Undefined: not a full date. */
export function readWrittenDay(text: string): WrittenDay | undefined {
  const found = /^(?:(\p{L}+)\s+)?(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})$/u.exec(text.trim().toLocaleLowerCase('fr'));
  if (!found) return undefined;
  const [, weekday, day, month, year] = found;
  const at = months.indexOf(month!);
  if (at < 0 || (weekday !== undefined && !weekdays.includes(weekday))) return undefined;
  const date = Temporal.PlainDate.from({ year: Number(year), month: at + 1, day: Number(day) }, { overflow: 'reject' });
  return { day: date.toString(), written: weekday === undefined ? null : weekdays.indexOf(weekday) + 1, real: date.dayOfWeek };
}

/** False only when a weekday is written and the calendar says another. */
export function doesWeekdayAgree(text: string): boolean {
  const read = readWrittenDay(text);
  return !read || read.written === null || read.written === read.real;
}

/** Announced, and not yet held: it may still be cancelled or postponed (R174). */
export function isAhead(state: string | null): boolean {
  return state === 'tentative' || state === 'planned' || state === 'confirmed' || state === 'open';
}

/** Announced, and its last possible day is over: nobody has said since whether it was held. */
export function isUnanswered(state: string | null, start: PartialDate | null, end: PartialDate | null, today: string): boolean {
  const last = end ?? start;
  return isAhead(state) && last !== null && latestDay(last) < today;
}

export function checkDates(start: PartialDate | undefined, end: PartialDate | undefined): Refusal | undefined {
  if (!start || !end) return undefined;
  return latestDay(end) < latestDay(start) ? { refused: 'endBeforeStart' } : undefined;
}

export interface Attendee {
  isElected: boolean;
  authority: { id: string; name: string; isCommune: boolean } | null;
}

export interface AttendanceCount {
  people: number;
  elected: number;
  authorities: number;
  /** When a city and the inter-municipal body that bears its name count once. */
  authoritiesMerged: number;
  merged: { commune: string; body: string }[];
}

/** Every authority of the list counts once. Optionally, « Poitiers » and « Grand Poitiers » count as one. */
export function countAttendance(list: readonly Attendee[]): AttendanceCount {
  const authorities = [...new Map(list.flatMap(({ authority }) => (authority ? [[authority.id, authority] as const] : []))).values()];
  const communes = authorities.filter((one) => one.isCommune);
  const merged = authorities
    .filter((one) => !one.isCommune)
    .flatMap((body) => communes.filter((commune) => bearsNameOf(body.name, commune.name)).map((commune) => ({ commune: commune.name, body: body.name })));
  return {
    people: list.length,
    elected: list.filter((one) => one.isElected).length,
    authorities: authorities.length,
    authoritiesMerged: authorities.length - merged.length,
    merged: merged.sort((a, b) => a.commune.localeCompare(b.commune, 'fr')),
  };
}

function bearsNameOf(body: string, commune: string): boolean {
  const words = (text: string) => ` ${text.toLocaleLowerCase('fr').replace(/[-’']/g, ' ')} `;
  return words(body).includes(words(commune));
}

type Dated = { state: string | null; start: PartialDate | null; end: PartialDate | null };

/** Upcoming soonest first; past latest first; those whose date passed without news, and those without any date, apart. */
export function sortMeetings<M extends Dated>(meetings: readonly M[], today: string): { upcoming: M[]; unanswered: M[]; past: M[]; undated: M[] } {
  const byStart = (a: M, b: M) => earliestDay(a.start!).localeCompare(earliestDay(b.start!));
  const dated = meetings.filter((one) => one.start).sort(byStart);
  const unanswered = dated.filter((one) => isUnanswered(one.state, one.start, one.end, today));
  const isOver = (one: M) => latestDay(one.end ?? one.start!) < today;
  return {
    upcoming: dated.filter((one) => !isOver(one)),
    unanswered,
    past: dated.filter((one) => isOver(one) && !unanswered.includes(one)).toReversed(),
    undated: meetings.filter((one) => !one.start),
  };
}
