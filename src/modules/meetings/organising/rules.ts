import { earliestDay, latestDay } from '~/platform/dates/partial.ts';
import { readDate } from '~/platform/dates/typed.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { doesWeekdayAgree, readWrittenDay, simplify, type Role } from '../rules.ts';

export const sessionTypes = ['pleniere', 'region', 'groupe-pays', 'groupe-thematique', 'theme', 'atelier'] as const;

/** `14h30`, `14 h 30`, `14:30`, `9h`: `14:30`. */
export function readHour(text: string): string | undefined {
  const found = /^(\d{1,2})\s*(?:h|:|\.)\s*(\d{2})?$/i.exec(text.trim());
  if (!found || Number(found[1]) > 23 || Number(found[2] ?? 0) > 59) return undefined;
  return `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}`;
}

export type Fault = 'title' | 'hours' | 'backwards' | 'date' | 'session' | 'role' | 'function';
export type Warning = 'outside' | 'weekday' | 'type' | 'noDay' | 'known' | 'room' | 'number' | 'overlap' | 'quality';

/** Among lines that were read, those that would be written. */
export function listKept<L extends { faults: readonly Fault[]; warnings: readonly Warning[] }>(lines: readonly L[]): L[] {
  return lines.filter(({ faults, warnings }) => faults.length === 0 && !warnings.includes('known'));
}

export interface ProgrammeLine {
  line: number;
  title: string;
  /** As written before the title: « 6. Groupe-pays Palestine ». */
  number: number | null;
  day: string | null;
  dayWritten: string | null;
  starts: string | null;
  ends: string | null;
  type: string | null;
  room: string | null;
  track: string | null;
  faults: Fault[];
  warnings: Warning[];
}

const hoursShape = /^(\d{1,2}\s*[h:.]\s*(?:\d{2})?)\s*(?:-|–|—|à|a|>)\s*(\d{1,2}\s*[h:.]\s*(?:\d{2})?)$/i;

/** Lines as one copies them from a document or a table: a day alone, then « 14h30-16h00 | Titre | nature | salle | parcours ». */
export function parseProgramme(text: string, around: { from: string | null; to: string | null }): ProgrammeLine[] {
  let day: string | null = around.from !== null && (around.to === null || around.to === around.from) ? around.from : null;
  let written: string | null = null;
  const found: ProgrammeLine[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const cells = cellsOf(raw);
    if (!cells.length) continue;
    const heading = cells.length === 1 ? readDayLine(cells[0]!) : undefined;
    if (heading === 'wrong') {
      found.push({ ...blank, line: index + 1, title: cells[0]!, faults: ['date'], warnings: [] });
    } else if (heading) {
      day = heading;
      written = cells[0]!;
    } else found.push(readSessionLine(cells, index + 1, day, written, around));
  }
  return markRooms(found);
}

const blank = { number: null, day: null, dayWritten: null, starts: null, ends: null, type: null, room: null, track: null };

function readSessionLine(cells: string[], line: number, day: string | null, written: string | null, around: { from: string | null; to: string | null }): ProgrammeLine {
  const hours = hoursShape.exec(cells[0]!);
  const rest = hours ? cells.slice(1) : cells[0] === '' ? cells.slice(1) : cells;
  const [starts, ends] = hours ? [readHour(hours[1]!) ?? null, readHour(hours[2]!) ?? null] : [null, null];
  const numbered = /^(\d{1,3})\s*[.)]\s+(.+)$/.exec(rest[0] ?? '');
  const title = numbered?.[2] ?? rest[0] ?? '';
  const type = findSessionType(rest[1] ?? '');
  const timed = hours !== null;
  const faults: Fault[] = [
    ...(title ? [] : ['title' as const]),
    ...(timed && (!starts || !ends) ? ['hours' as const] : []),
    // A first cell that begins like an hour and is not one is no title.
    ...(!timed && /^\d{1,2}\s*[h:]/.test(cells[0]!) ? ['hours' as const] : []),
    ...(starts && ends && ends <= starts ? ['backwards' as const] : []),
  ];
  const warnings: Warning[] = [
    ...(timed && !day ? ['noDay' as const] : []),
    ...(timed && day && isOutside(day, around) ? ['outside' as const] : []),
    ...(timed && written && !doesWeekdayAgree(written) ? ['weekday' as const] : []),
    ...(rest[1] && !type ? ['type' as const] : []),
  ];
  return { line, title, number: numbered ? Number(numbered[1]) : null, day: timed ? day : null, dayWritten: timed ? written : null, starts, ends, type, room: rest[2] || null, track: rest[3] || null, faults, warnings };
}

/** First and last possible day of the meeting. */
export function boundsOf({ start, end }: Pick<SheetSummary, 'start' | 'end'>): { from: string | null; to: string | null } {
  const last = end ?? start;
  return { from: start && earliestDay(start), to: last && latestDay(last) };
}

export function isOutside(day: string, { from, to }: { from: string | null; to: string | null }): boolean {
  return (from !== null && day < from) || (to !== null && day > to);
}

function cellsOf(raw: string): string[] {
  const cells = raw.replace(/\u00a0|\u202f/g, ' ').split(/[|\t]/).map((cell) => cell.trim());
  while (cells.length && cells.at(-1) === '') cells.pop();
  return cells;
}

/** A line that is a date, or looks like one and is none. */
function readDayLine(text: string): string | 'wrong' | undefined {
  try {
    const read = readWrittenDay(text);
    if (read) return read.day;
  } catch {
    return 'wrong';
  }
  const date = readDate(text);
  return date?.precision === 'day' ? date.value : undefined;
}

/** One room, two sessions at the same time. */
function markRooms(lines: ProgrammeLine[]): ProgrammeLine[] {
  const meets = (a: ProgrammeLine, b: ProgrammeLine) => a !== b && a.room !== null && a.room === b.room && a.day === b.day && a.starts !== null && b.starts !== null && a.starts < b.ends! && b.starts < a.ends!;
  return lines.map((one) => (lines.some((other) => meets(one, other)) ? { ...one, warnings: [...one.warnings, 'room'] } : one));
}

const typeWords: readonly [RegExp, (typeof sessionTypes)[number]][] = [
  [/^(conference )?pleniere/, 'pleniere'], [/^(reunion )?region/, 'region'], [/groupes? pays/, 'groupe-pays'], [/groupes? thematique/, 'groupe-thematique'], [/^atelier/, 'atelier'], [/^them/, 'theme'],
];

/** « Plénière », « groupe-pays », « Réunion régionale », « thématique ». */
export function findSessionType(words: string): (typeof sessionTypes)[number] | null {
  const text = simplify(words);
  return text ? (typeWords.find(([shape]) => shape.test(text))?.[1] ?? null) : null;
}

const roleWords: readonly [RegExp, Role][] = [
  [/^(ouverture|accueil|introduction|mot d accueil)/, 'opening'], [/^(presid)/, 'chair'], [/^(anim|moder)/, 'moderator'], [/^(conclu|clotur|synthese)/, 'closing'], [/^(interv|orat|temoign|grand temoin|message)/, 'speaker'],
];

export function findRole(words: string): { role: Role; video: boolean } | null {
  const text = simplify(words);
  const role = roleWords.find(([shape]) => shape.test(text))?.[1] ?? (text.includes('video') ? 'speaker' : undefined);
  return role ? { role, video: text.includes('video') } : null;
}
