import type { PersonalData } from '~/sheets/index.ts';

export const personal: readonly PersonalData[] = [
  {
    tables: ['instance_settings'],
    what: 'Les réglages de l’instance, avec le contact que son administration choisit de publier.',
    why: 'Dire qui publie, et à qui écrire.',
    seenBy: 'Tout le monde.',
    kept: 'Jusqu’au changement suivant.',
    whenLeft: 'Ils restent\u00a0: ce contact est celui de l’instance.',
  },
];
