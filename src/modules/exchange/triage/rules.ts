import type { Reader } from '~/sheets/index.ts';

export const marks = ['yes', 'partly', 'no'] as const;
export type Mark = (typeof marks)[number];
export const decisions = ['yes', 'later', 'no'] as const;
export type Decision = (typeof decisions)[number];

/** Whose requests this person sorts: those of the authority or body that they act for; nobody else's exist. */
export function deskOf({ acting }: Reader): { id: string; title: string; kind: string } | null {
  const isTheirs = acting && (acting.role === 'agent' || acting.role === 'elected' || acting.role === 'partner');
  return isTheirs && acting.body ? acting.body : null;
}
