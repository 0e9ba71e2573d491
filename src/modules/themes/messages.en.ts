import type { fr } from './messages.fr.ts';

export const en: Record<keyof typeof fr, string> = {
  'kind.one': 'Theme',
  'kind.many': '{n, plural, one {# theme} other {# themes}}',
  'type.theme': 'Theme',
  'type.sous-theme': 'Sub-theme',

  'menu': 'Themes',
  'more': 'See all',
  'themes.title': 'Themes',
  'themes.lede': 'Two levels, with the words that people use: searching for “gender” leads to equality between women and men.',
  'themes.all': 'All themes',
  'theme.lede': '{n, plural, =0 {No published sheet is about it for now.} one {One published sheet is about it, sub-themes included.} other {# published sheets are about it, sub-themes included.}}',
  'theme.under': 'More precisely',
  'theme.count': '{n, plural, =0 {no sheet} one {one sheet} other {# sheets}}',
  'theme.none': 'Nothing is filed here yet',
  'theme.none.text': 'The documents name this theme without a published action that belongs to it.',
  'goals.title': 'Sustainable Development Goals',
  'goals.lede': 'The seventeen goals adopted by the United Nations in 2015, and what local authorities say they do for them.',
  'goals.all': 'The seventeen goals',
  'goal.name': 'SDG {n}: {name}',
  'goal.number': 'Sustainable Development Goal {n}',
  'goal.targets': '{n, plural, one {One target} other {# targets}}',
  'goal.targets.language': 'The text of the targets is in English.',
  'goal.none': 'No sheet is tagged with this goal',
  'goal.none.text': 'An action is tagged with a goal only where a document says so: nothing is guessed.',
  'goal.source': 'Source',
  'goal.source.text': 'United Nations, IATI code lists (CC BY 4.0)',

  'field.synonymes': 'Words that lead to this theme',
  'field.synonymes.hint': 'One a line, in any language. Its names in French, English and Spanish always do.',
};
