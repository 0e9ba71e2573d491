export const types = ['besoin', 'offre', 'recherche'] as const;
export type ListingType = (typeof types)[number];

export const natures = ['expertise', 'accueil', 'financement', 'projet', 'volontaires', 'materiel', 'formation', 'autre'] as const;

/** Who stands behind a search of a partner. */
export const backers = ['conseil', 'associations', 'ecoles', 'entreprises', 'habitants'] as const;

export type Backer = (typeof backers)[number];

/** What a reader may do with a listing: keep it, answer it, sign in first, or nothing for want of a body. */
export type May = 'own' | 'answer' | 'sign-in' | 'no';

export type ListingState = 'draft' | 'published' | 'contact' | 'matched' | 'withdrawn' | 'expired';

const next: Record<ListingState, readonly ListingState[]> = {
  draft: ['published', 'withdrawn'],
  published: ['contact', 'matched', 'withdrawn', 'expired'],
  contact: ['matched', 'withdrawn', 'expired'],
  matched: [],
  withdrawn: [],
  expired: [],
};

export function mayBecome(from: string | null, to: ListingState): boolean {
  return next[from as ListingState]?.includes(to) ?? false;
}

/** It is read and answered: its state says so, and so does its date when the night's work has not run yet. */
export function isOpen({ state, expiresOn }: { state: string | null; expiresOn: string }, today: string): boolean {
  return (state === 'published' || state === 'contact') && expiresOn >= today;
}

const mostMonths = 12;
export const usualMonths = 3;
/** Days before the end when the owner is reminded. */
export const reminderDays = 14;

export const addMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString();

/** C23: a listing ends, after today and within a year. */
export function checkExpiry(day: string, today: string): 'expiry-past' | 'expiry-far' | null {
  if (day < today) return 'expiry-past';
  return day > addMonths(today, mostMonths) ? 'expiry-far' : null;
}

/** Three months more, a year from today at most; null when that adds nothing. */
export function prolongedUntil(expiresOn: string, today: string): string | null {
  const wanted = addMonths(expiresOn, usualMonths);
  const most = addMonths(today, mostMonths);
  const day = wanted < most ? wanted : most;
  return day > expiresOn ? day : null;
}

/** A period that ends before it begins. */
export function isReversed(start: string | null, end: string | null): boolean {
  return start !== null && end !== null && end < start.slice(0, end.length);
}
