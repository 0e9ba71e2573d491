export const questions = ['partners', 'news', 'help'] as const;
export type Question = (typeof questions)[number];

/** What may be answered to each; several at once for what one can do, « rien » alone. */
export const answers = {
  partners: ['yes', 'no', 'unknown'],
  news: ['yes', 'waiting', 'no'],
  help: ['nothing', 'funds', 'material', 'hosting', 'expertise'],
} as const satisfies Record<Question, readonly string[]>;

export const linkPurpose = 'emergency';
/** Days during which a link of the alert's mail serves. */
export const linkDays = 30;
/** Hours between two calls of one network: a call is no siren. */
export const hoursBetween = 12;

export interface Given {
  partners: string | null;
  news: string | null;
  help: string[] | null;
}

/** One click changes one answer: what one can do is ticked and unticked, « rien pour l’instant » takes the rest away. */
export function applyAnswer(given: Given, question: Question, value: string): Given | null {
  if (!(answers[question] as readonly string[]).includes(value)) return null;
  if (question !== 'help') return { ...given, [question]: value };
  const help = given.help ?? [];
  if (value === 'nothing') return { ...given, help: ['nothing'] };
  const rest = help.filter((one) => one !== 'nothing');
  const next = rest.includes(value) ? rest.filter((one) => one !== value) : [...rest, value];
  return { ...given, help: next.length > 0 ? next : null };
}

export const isAnswered = ({ partners, news, help }: Given) => partners !== null || news !== null || help !== null;
