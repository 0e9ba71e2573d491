import { latestDay, type PartialDate } from './partial.ts';
import { readDate } from './typed.ts';

/** When something takes place, as far as one knows: days, and hours where it is. */
export interface When {
  start: PartialDate;
  end: PartialDate | null;
  /** Local hours, `14:30`. */
  starts: string | null;
  ends: string | null;
}

const dash = '(?:-|–|—|au?|à|to|al|et|and|y)';
const hour = '(\\d{1,2})\\s*(?:h|:|heures?\\b)\\s*(\\d{2})?';
const hours = new RegExp(`[\\s,]*(?:\\b(?:de|from|at|a las)\\s+|à\\s+)?${hour}(?:\\s*${dash}\\s*${hour})?\\s*$`, 'i');

/**
 * One line as people write it: `2027`, `mai 2027`, `12 mars 2027 à 10 h`, `12/03/2027, 10 h – 12 h 30`,
 * `18-21 novembre 2027`, `du 30 mai au 2 juin 2027`. Undefined: not understood; nothing is guessed.
 */
export function readWhen(typed: string): When | undefined {
  const text = typed.trim().replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ');
  const clock = hours.exec(text);
  const days = readDays(clock ? text.slice(0, clock.index) : text);
  if (!days) return undefined;
  const starts = clock ? hourOf(clock[1], clock[2]) : null;
  const ends = clock?.[3] ? hourOf(clock[3], clock[4]) : null;
  if (starts === undefined || ends === undefined) return undefined;
  // an hour belongs to a day
  if (starts && days.start.precision !== 'day') return undefined;
  return { ...days, starts, ends };
}

function hourOf(hour: string | undefined, minute: string | undefined): string | undefined {
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  return h <= 23 && m <= 59 ? `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}` : undefined;
}

function readDays(text: string): Pick<When, 'start' | 'end'> | undefined {
  const words = text.trim().replace(/^(?:du|from|del|le|el)\s+/i, '');
  const single = readDate(words);
  if (single) return { start: single, end: null };
  const short = new RegExp(`^(\\d{1,2})(?:er)?\\s*${dash}\\s*(?:le\\s+)?(\\d{1,2}(?:er)?[\\s/.].+)$`, 'i').exec(words);
  const long = new RegExp(`^(.+?)\\s+${dash}\\s+(.+)$`, 'i').exec(words) ?? /^(\p{L}+)-(\p{L}+ \d{4})$/u.exec(words);
  const last = readDate((short ?? long)?.[2] ?? '');
  if (!last) return undefined;
  const year = last.value.slice(0, 4);
  const first = short ? readDate(`${last.value.slice(0, 7)}-${short[1]!.padStart(2, '0')}`) : (readDate(long![1]!) ?? readDate(`${long![1]!} ${year}`));
  return first && last.precision === first.precision ? { start: first, end: last } : undefined;
}

/** Whether its last possible day comes before its first. */
export function isBackwards({ start, end, starts, ends }: When): boolean {
  if (end && latestDay(end) < latestDay(start)) return true;
  return (!end || end.value === start.value) && starts !== null && ends !== null && ends <= starts;
}
