import type { fr } from './messages.fr.ts';

export const es: Record<keyof typeof fr, string> = {
  'withheld': 'Nombre reservado a los miembros',
  'unnamed': 'Persona sin nombrar',
  'past': '{role} (función anterior)',
  'why.title': 'Por qué hay nombres ocultos',
  'why.text': 'Los cargos electos y los embajadores hablan en público: se les nombra, con la función que tenían ese día. Las demás personas eligen si se las nombra o no.',
};
