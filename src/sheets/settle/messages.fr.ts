export const fr = {
  'settle.choice': '{chosen, select, true {{value}, affichée aujourd’hui. Source\u00a0: {source}} other {{value}. Source\u00a0: {source}}}',
  'act.trancher': 'Trancher entre deux valeurs',
  'act.trancher.lede': 'Deux textes se contredisent. Dites lequel a raison et pourquoi : la valeur retenue sera affichée, l’autre restera dans l’historique avec sa source.',
  'act.trancher.do': 'Retenir cette valeur',
  'act.trancher.done': 'C’est tranché. L’autre valeur reste dans l’historique, avec sa source.',
  'field.valeur': 'Quelle valeur est la bonne\u00a0?',
  'field.note_tranchee': 'Pourquoi',
  'field.note_tranchee.hint': 'Ce que vous savez et que les textes ne disent pas. Une ou deux phrases, lues par tous.',
  'refusal.settle.gone': 'Quelqu’un vient de trancher cette question. Rechargez la page pour voir ce qui reste.',
  'history.settled': 'Deux valeurs départagées',
} as const;
