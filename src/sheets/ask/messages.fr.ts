export const fr = {
  'state.en-cours': 'en cours',
  'state.a-venir': 'à venir',
  'state.en-pause': 'en pause',
  'state.termine': 'terminés',
  'state.inconnu': 'd’état inconnu',
  'decade': 'années {decade}',
} as const;
