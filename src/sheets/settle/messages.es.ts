import type { fr } from './messages.fr.ts';

export const es: Record<keyof typeof fr, string> = {
  'settle.choice': '{chosen, select, true {{value}, mostrado hoy. Fuente: {source}} other {{value}. Fuente: {source}}}',
  'act.trancher': 'Decidir entre dos valores',
  'act.trancher.lede': 'Dos textos se contradicen. Diga cuál tiene razón y por qué: el valor elegido se mostrará, el otro quedará en el historial con su fuente.',
  'act.trancher.do': 'Conservar este valor',
  'act.trancher.done': 'Está decidido. El otro valor queda en el historial, con su fuente.',
  'field.valeur': '¿Qué valor es el correcto?',
  'field.note_tranchee': 'Por qué',
  'field.note_tranchee.hint': 'Lo que usted sabe y los textos no dicen. Una o dos frases, que leerá todo el mundo.',
  'refusal.settle.gone': 'Alguien acaba de decidir esta cuestión. Recargue la página para ver lo que queda.',
  'history.settled': 'Decisión entre dos valores',
};
