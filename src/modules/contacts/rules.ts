import type { Body, Reader, Role } from '~/sheets/index.ts';

export const bases = ['consent', 'relation', 'public'] as const;
export type Basis = (typeof bases)[number];

export const pageSize = 50;
export const mostLists = 100;
export const mostContacts = 20_000;
/** Lines of one pasting. */
export const mostLines = 2_000;
export const mostPeople = 50;
/** What an organiser adds to the mail. */
export const longestWords = 3_000;
/** Kept after the last writing or invitation: the three years that the CNIL recommends. */
export const keptYears = 3;
/** Names and addresses of an invitation, after it was sent. */
export const guestMonths = 12;

export const answerPurpose = 'contact-answer';
export const erasePurpose = 'contact-erase';

const roles: readonly Role[] = ['agent', 'elected', 'project-holder', 'funder', 'animator'];

/** Whose lists this reader handles: of the body that they act for. Nobody else's, the administrator's neither. */
export function bodyOf({ acting }: Reader): Body | null {
  const body = acting?.body;
  return body && roles.includes(acting.role) && ['territory', 'organisation', 'network'].includes(body.kind) ? body : null;
}
