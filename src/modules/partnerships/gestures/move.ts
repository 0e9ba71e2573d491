import type { PartnershipState } from '../rules.ts';

/** A change of state as people ask for it. The same state may be reached by two moves, which different people decide. */
export const moves = ['activation', 'renouvellement', 'reconduction', 'suspension', 'sommeil', 'relance', 'fin'] as const;
export type Move = (typeof moves)[number];

const from: Record<PartnershipState, Partial<Record<Move, PartnershipState>>> = {
  draft: { activation: 'active' },
  active: { renouvellement: 'in_renewal', sommeil: 'dormant', suspension: 'suspended', fin: 'ended' },
  in_renewal: { reconduction: 'active', suspension: 'suspended', fin: 'ended' },
  suspended: { relance: 'active', fin: 'ended' },
  dormant: { relance: 'active', fin: 'ended' },
  ended: {},
};

export function listMoves(state: PartnershipState): Move[] {
  return Object.keys(from[state]) as Move[];
}

/** Where the move leads from there; nothing when somebody changed the state meanwhile. */
export function findTarget(state: PartnershipState, move: string | null): PartnershipState | undefined {
  return from[state][move as Move];
}

const agentsDecide: readonly string[] = ['renouvellement', 'reconduction', 'sommeil'];

/** Opening, suspending, relaunching and ending are decided by an élu; renewal and sleep by an agent. */
export function isForElected(move: string | null): boolean {
  return move !== null && !agentsDecide.includes(move);
}
