import type { fr } from './messages.fr.ts';

export const es: Record<keyof typeof fr, string> = {
  'kind.one': 'Tema',
  'kind.many': '{n, plural, one {# tema} other {# temas}}',
  'type.theme': 'Tema',
  'type.sous-theme': 'Subtema',
};
