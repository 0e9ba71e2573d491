/** Days in which an invitation may be answered. */
export const openDays = 60;

/** Waiting at once on one sheet, and sent in a day by one person: an invitation is a mail to somebody who did not ask. */
export const mostOpen = 5;
export const mostADay = 20;

export type InvitationState = 'open' | 'answered' | 'accepted' | 'revoked' | 'expired';

export interface Moments {
  expiresAt: string;
  confirmedAt: string | null;
  proposedAt: string | null;
  acceptedAt: string | null;
  revokedAt: string | null;
}

/** `now` in milliseconds. */
export function stateOf({ expiresAt, confirmedAt, proposedAt, acceptedAt, revokedAt }: Moments, now: number): InvitationState {
  if (revokedAt) return 'revoked';
  if (acceptedAt) return 'accepted';
  if (Temporal.Instant.from(expiresAt).epochMilliseconds <= now) return 'expired';
  return confirmedAt || proposedAt ? 'answered' : 'open';
}

/** Whether what the mail leads to still answers. */
export function isUsable(state: InvitationState): boolean {
  return state === 'open' || state === 'answered' || state === 'accepted';
}
