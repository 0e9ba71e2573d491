import type { fr } from './messages.fr.ts';

export const en: Record<keyof typeof fr, string> = {
  'kind.one': 'Theme',
  'kind.many': '{n, plural, one {# theme} other {# themes}}',
  'type.theme': 'Theme',
  'type.sous-theme': 'Sub-theme',
};
