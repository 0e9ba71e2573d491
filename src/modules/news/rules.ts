export type Kind = 'news' | 'job';
export type State = 'draft' | 'published' | 'withdrawn' | 'expired';

export const usualMonths: Record<Kind, number> = { news: 6, job: 2 };

export const contracts = ['titulaire', 'cdi', 'cdd', 'alternance', 'stage', 'vsi', 'service-civique', 'autre'] as const;
export type Contract = (typeof contracts)[number];

/** schema.org's words, where one of them says the same thing: a permanent post may be full-time or not. */
export const employmentTypes: Partial<Record<Contract, string>> = { cdd: 'TEMPORARY', stage: 'INTERN', vsi: 'VOLUNTEER', 'service-civique': 'VOLUNTEER', alternance: 'OTHER', autre: 'OTHER' };

const next: Record<State, readonly State[]> = {
  draft: ['published', 'withdrawn'],
  published: ['withdrawn', 'expired'],
  // Its day was moved: it is present again.
  expired: ['published', 'withdrawn'],
  withdrawn: [],
};

export function mayBecome(from: string | null, to: State): boolean {
  return next[from as State]?.includes(to) ?? false;
}

/** Read as present: its state says so, and so does its day when the night's work has not run yet. */
export function isPresent({ state, expiresOn }: { state: string | null; expiresOn: string }, today: string): boolean {
  return state === 'published' && expiresOn >= today;
}
