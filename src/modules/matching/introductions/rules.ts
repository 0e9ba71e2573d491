export const longestSubject = 500;
/** Waiting for somebody's answer, of one member. */
export const mostOpen = 10;
/** After a « pas cette fois », days before one may ask again. */
export const restDays = 180;
/** What came of it is asked once, after that. */
export const outcomeMonths = 3;

export const outcomes = ['talked', 'project', 'nothing'] as const;
export type Outcome = (typeof outcomes)[number];

export function isOutcome(text: string): text is Outcome {
  return (outcomes as readonly string[]).includes(text);
}

/** A mail address or a telephone number: they pass when both have agreed, and not before (invariant 31). */
export function hasContact(text: string): boolean {
  return /[^\s@]+@[^\s@]+\.[a-z]{2,}/i.test(text) || /(?:\+?\d[\s.()-]*){9,}/.test(text);
}
