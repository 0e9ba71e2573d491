import { yearOf, type PartialDate } from '~/platform/dates/partial.ts';

/** Years celebrated: a round count of five, this year. Nothing before the first. */
export function roundYears(start: PartialDate | null, year: number): number | null {
  if (!start) return null;
  const years = year - yearOf(start);
  return years > 0 && years % 5 === 0 ? years : null;
}

/** How a link is drawn: solid while it lives, dashed when it sleeps or is suspended, dotted when nothing is known. */
export function lineOf(phase: string | null): 'solid' | 'dashed' | 'dotted' {
  if (phase === 'ongoing' || phase === null) return 'solid';
  return phase === 'paused' || phase === 'upcoming' ? 'dashed' : 'dotted';
}
