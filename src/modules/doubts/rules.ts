export const severities = ['high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

export const subjects = [
  'date', 'nombre', 'fait', 'droit', 'perimetre', 'donnee_manquante', 'denomination', 'orthographe', 'personne', 'fonction', 'texte', 'neutralite', 'interface',
] as const;
export type Subject = (typeof subjects)[number];

export type Outcome = 'open' | 'settled';

/** In what capacity the sources name somebody. */
export interface Named {
  name: string;
  capacity: 'elected' | 'ambassador' | 'other';
}

/** Elected people and ambassadors are named in public for what they did then; a doubt about anybody else is for members. */
export function visibilityOf(people: readonly Named[]): 'public' | 'members' {
  return people.every((person) => person.capacity !== 'other') ? 'public' : 'members';
}
