import type { fr } from './messages.fr.ts';

export const en: Record<keyof typeof fr, string> = {
  'state.en-cours': 'ongoing',
  'state.a-venir': 'upcoming',
  'state.en-pause': 'paused',
  'state.termine': 'ended',
  'state.inconnu': 'of unknown state',
  'decade': '{decade}s',
};
