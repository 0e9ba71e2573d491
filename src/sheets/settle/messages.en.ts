import type { fr } from './messages.fr.ts';

export const en: Record<keyof typeof fr, string> = {
  'settle.choice': '{chosen, select, true {{value}, shown today. Source: {source}} other {{value}. Source: {source}}}',
  'act.trancher': 'Settle two values',
  'act.trancher.lede': 'Two texts disagree. Say which one is right and why: the value that you keep will be shown, the other stays in the history with its source.',
  'act.trancher.do': 'Keep this value',
  'act.trancher.done': 'It is settled. The other value stays in the history, with its source.',
  'field.valeur': 'Which value is right?',
  'field.note_tranchee': 'Why',
  'field.note_tranchee.hint': 'What you know and the texts do not say. One or two sentences, read by everyone.',
  'refusal.settle.gone': 'Somebody has just settled this question. Reload the page to see what is left.',
  'history.settled': 'Two values settled',
};
