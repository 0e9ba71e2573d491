import type { fr } from './messages.fr.ts';

export const es: Record<keyof typeof fr, string> = {
  'state.en-cours': 'en curso',
  'state.a-venir': 'por venir',
  'state.en-pause': 'en pausa',
  'state.termine': 'terminados',
  'state.inconnu': 'de estado desconocido',
  'decade': 'años {decade}',
};
