import type { LinkKind, PhaseName, ThreadStyle } from '~/ui/index.ts';

const signs: Record<string, LinkKind> = { jumelage: 'jumelage', amitie: 'amitie', projet: 'projet', contact: 'contact' };

/** The sign of the family of links that a type is of; the word is always beside it. */
export function signOfType(type: string | null): LinkKind {
  return signs[type ?? ''] ?? 'accord';
}

/** Solid: live. Dashes: fading. Dots: ended, or unknown. */
export function threadOf(phase: string | null): ThreadStyle {
  return phase === 'ongoing' || phase === 'upcoming' ? 'solid' : phase === 'paused' ? 'dashed' : 'dotted';
}

export function phaseName(phase: string | null): PhaseName {
  return (phase ?? 'unknown') as PhaseName;
}
