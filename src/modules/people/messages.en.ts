import type { fr } from './messages.fr.ts';

export const en: Record<keyof typeof fr, string> = {
  'withheld': 'Name kept for members',
  'unnamed': 'Person not named',
  'past': '{role} (former function)',
  'why.title': 'Why some names are hidden',
  'why.text': 'Elected officials and ambassadors speak in public: they are named, with the function they held that day. The others choose whether to be named.',
};
