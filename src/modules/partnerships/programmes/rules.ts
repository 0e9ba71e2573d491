import type { Phase } from '~/sheets/index.ts';

/** Kinds of programme, as written in addresses. For keeps. */
export const programmeTypes = ['programme', 'programme-europeen', 'projet', 'projet-europeen', 'dispositif', 'outil', 'guide', 'formation', 'label'] as const;
export type ProgrammeType = (typeof programmeTypes)[number];

export const programmeStates = ['announced', 'preparing', 'ongoing', 'ended'] as const;
export type ProgrammeState = (typeof programmeStates)[number];

export const programmePhases: Record<ProgrammeState, Phase> = { announced: 'upcoming', preparing: 'upcoming', ongoing: 'ongoing', ended: 'ended' };
