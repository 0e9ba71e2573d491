import { refuse, type PartnershipState, type Refusal } from '../rules.ts';

export const strands = ['official', 'technical', 'economic', 'cultural', 'student', 'civic', 'solidarity'] as const;
export type Strand = (typeof strands)[number];

/** `suspended` and `ended` come only from the partnership itself. */
export const strandStates = ['open', 'slowed', 'stopped', 'suspended', 'ended'] as const;
export type StrandState = (typeof strandStates)[number];

const own: readonly StrandState[] = ['open', 'slowed', 'stopped'];

export interface StrandRequest {
  state: StrandState;
  reason?: string;
}

/** A strand opens, slows and stops by itself, with a reason; it cannot go on under an ended partnership. */
export function checkStrandChange(partnership: PartnershipState, from: StrandState | undefined, change: StrandRequest): Refusal | null {
  if (partnership === 'ended') return refuse('strand.follows');
  if (!own.includes(change.state) || change.state === from) return refuse('strand.move');
  // a first observation needs evidence only; a change needs its reason
  return from && !change.reason?.trim() ? refuse('strand.reason') : null;
}

/** What a change of the partnership does to its strands: suspended stops the official one and no other; ended ends all. */
export function strandsFollowing(state: PartnershipState, present: ReadonlyMap<Strand, StrandState>): { strand: Strand; state: StrandState }[] {
  if (state === 'ended') return [...present].filter(([, now]) => now !== 'ended').map(([strand]) => ({ strand, state: 'ended' }));
  if (state === 'suspended') return present.get('official') === 'suspended' ? [] : [{ strand: 'official', state: 'suspended' }];
  return [];
}
