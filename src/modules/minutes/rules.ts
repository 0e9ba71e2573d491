export type State = 'none' | 'draft' | 'review' | 'published';

export const natures = ['summary', 'part', 'workshop', 'conclusion'] as const;
export type Nature = (typeof natures)[number];

export const followUpKinds = ['decision', 'follow-up'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** Characters. */
export const most = { title: 250, text: 20_000, words: 8_000, followUp: 1_000, note: 2_000, short: 200 } as const;

/** In addresses and forms. */
const codes: Record<Nature, string> = { summary: 'resume', part: 'partie', workshop: 'atelier', conclusion: 'conclusion' };
export const codeOfNature = (nature: Nature): string => codes[nature];
export const findNature = (code: string): Nature | undefined => natures.find((nature) => codes[nature] === code);

/** A text with its fields, as it is written: a part, or what somebody said. */
export type Fields = Readonly<Record<string, string>>;

export interface Clash {
  field: string;
  theirs: string;
  mine: string;
}

/** A field that only one of the two changed takes what they wrote; what both changed differently is for a person to merge. */
export function mergeFields(base: Fields, theirs: Fields, mine: Fields): { merged: Fields; clashes: Clash[] } {
  const clashes: Clash[] = [];
  const merged: Record<string, string> = {};
  for (const [field, typed] of Object.entries(mine)) {
    const [before, now] = [base[field] ?? '', theirs[field] ?? ''];
    if (typed === before || typed === now) merged[field] = now;
    else if (now === before) merged[field] = typed;
    else clashes.push({ field, theirs: now, mine: typed });
  }
  return { merged, clashes };
}

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

export interface WrongDay {
  /** As it stands in the text. */
  written: string;
  /** ISO. */
  day: string;
}

/** R171: each « mardi 18 septembre 2023 » of a text whose date was another weekday. */
export function findWrongDays(text: string): WrongDay[] {
  const shape = new RegExp(`(?<!\\p{L})(${weekdays.join('|')})\\s+(\\d{1,2})(?:er)?\\s+(${months.join('|')})\\s+(\\d{4})`, 'giu');
  return [...text.normalize('NFC').matchAll(shape)].flatMap(([written, weekday, day, month, year]) => {
    const at = { year: Number(year), month: months.indexOf(month!.toLocaleLowerCase('fr')) + 1, day: Number(day) };
    try {
      const date = Temporal.PlainDate.from(at, { overflow: 'reject' });
      return date.dayOfWeek === weekdays.indexOf(weekday!.toLocaleLowerCase('fr')) + 1 ? [] : [{ written, day: date.toString() }];
    } catch {
      // The 31st of June is a slip of another kind: no day to compare with.
      return [];
    }
  });
}

/** One a line, bullets and empty lines left out. */
export function readLines(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^\s*[-•*]\s+/, '').trim()).filter(Boolean);
}

/** Which reminder of a follow-up is due: a week before its date, then on its date. */
export function reminderOf(due: string, reminded: number, today: string): 0 | 1 | 2 {
  const days = Temporal.PlainDate.from(today).until(due, { largestUnit: 'days' }).days;
  if (days <= 0) return reminded < 2 ? 2 : 0;
  return days <= 7 && reminded < 1 ? 1 : 0;
}

/** The day in France of an instant of the database. */
export function dayOf(at: string): string {
  return Temporal.Instant.from(at.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
}
