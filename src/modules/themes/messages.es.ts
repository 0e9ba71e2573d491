import type { fr } from './messages.fr.ts';

export const es: Record<keyof typeof fr, string> = {
  'kind.one': 'Tema',
  'kind.many': '{n, plural, one {# tema} other {# temas}}',
  'type.theme': 'Tema',
  'type.sous-theme': 'Subtema',

  'menu': 'Temas',
  'more': 'Ver todo',
  'themes.title': 'Temas',
  'themes.lede': 'Dos niveles, con las palabras que usa cada cual: buscar «género» lleva a la igualdad entre mujeres y hombres.',
  'themes.all': 'Todos los temas',
  'theme.lede': '{n, plural, =0 {Ninguna ficha publicada trata de ello por ahora.} one {Una ficha publicada trata de ello, subtemas incluidos.} other {# fichas publicadas tratan de ello, subtemas incluidos.}}',
  'theme.under': 'Más en concreto',
  'theme.count': '{n, plural, =0 {ninguna ficha} one {una ficha} other {# fichas}}',
  'theme.none': 'Aún no hay nada clasificado aquí',
  'theme.none.text': 'Los documentos nombran este tema sin citar ninguna acción publicada que le corresponda.',
  'goals.title': 'Objetivos de Desarrollo Sostenible',
  'goals.lede': 'Los diecisiete objetivos aprobados por las Naciones Unidas en 2015, y lo que las entidades locales dicen hacer por ellos.',
  'goals.all': 'Los diecisiete objetivos',
  'goal.name': 'ODS {n}: {name}',
  'goal.number': 'Objetivo de Desarrollo Sostenible {n}',
  'goal.targets': '{n, plural, one {Una meta} other {# metas}}',
  'goal.targets.language': 'El texto de las metas está en inglés: la fuente no lo da en español.',
  'goal.none': 'Ninguna ficha está vinculada a este objetivo',
  'goal.none.text': 'Una acción se vincula a un objetivo solo si un documento lo dice: no se adivina nada.',
  'goal.source': 'Fuente',
  'goal.source.text': 'Naciones Unidas, listas de códigos IATI (CC BY 4.0)',

  'field.synonymes': 'Palabras que llevan a este tema',
  'field.synonymes.hint': 'Una por línea, en cualquier lengua. Sus nombres en francés, inglés y español siempre llevan a él.',
};
