import { earliestDay, latestDay, type PartialDate } from '~/platform/dates/partial.ts';

export const types = ['reseau', 'initiative', 'euroregion', 'reseau-regional-multi-acteurs', 'reseau-d-entreprise'] as const;

export const scales = ['international', 'european', 'national', 'regional'] as const;
export type Scale = (typeof scales)[number];

export const roles = [
  'presidency', 'commission-presidency', 'group-presidency', 'board', 'executive-bureau', 'steering-committee', 'governing-board',
  'world-council', 'treasurer', 'secretariat-host', 'hub-host', 'working-group', 'active-member', 'member', 'wished',
] as const;
export type Role = (typeof roles)[number];

/** A role that is only wished for makes nobody a member. */
export function isMembership(role: Role): boolean {
  return role !== 'wished';
}

export function isPresidency(role: Role): boolean {
  return role === 'presidency' || role === 'commission-presidency' || role === 'group-presidency';
}

/** « préside une commission » says nothing without its name. */
export function needsScope(role: Role): boolean {
  return role === 'commission-presidency' || role === 'group-presidency' || role === 'hub-host' || role === 'working-group';
}

/** Known to be over. */
export function isOver(until: PartialDate | null, today: string): boolean {
  return until !== null && latestDay(until) < today;
}

export interface Term {
  role: Role;
  scope: string | null;
  since: PartialDate | null;
  until: PartialDate | null;
}

/**
 * One presidency of one thing at a time: two terms that certainly overlap clash. Held together is one term with several holders.
 * A year is not a day: who leaves in 2022 and who comes in 2022 may follow each other, so they do not clash.
 */
export function clashes(one: Term, other: Term): boolean {
  if (!isPresidency(one.role) || one.role !== other.role || plainScope(one.scope) !== plainScope(other.scope)) return false;
  return latestStart(one) <= earliestEnd(other) && latestStart(other) <= earliestEnd(one);
}

/** The same holders in the same role twice, one after the other: a second row says nothing new. */
export function isSameTerm(one: Term & { holders: readonly string[] }, other: Term & { holders: readonly string[] }): boolean {
  return one.role === other.role && plainScope(one.scope) === plainScope(other.scope)
    && one.holders.toSorted().join() === other.holders.toSorted().join() && latestStart(one) <= earliestEnd(other) && latestStart(other) <= earliestEnd(one);
}

function plainScope(scope: string | null): string {
  return (scope ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

// An unknown start is long ago, an unknown end has not come: whoever presides does so until somebody says otherwise.
function latestStart(term: Term): string {
  return term.since ? latestDay(term.since) : '';
}

function earliestEnd(term: Term): string {
  return term.until ? earliestDay(term.until) : '9999';
}
