import type { Form } from '~/platform/http/form.ts';
import { isMail, kinds, longest, readPage, type FeedbackKind } from './rules.ts';

/** The words of the form, French as every field name. */
const kindOf = { remarque: 'remark', complement: 'addition', suggestion: 'suggestion' } as const satisfies Record<string, FeedbackKind>;
const isKindWord = (word: string): word is keyof typeof kindOf => Object.hasOwn(kindOf, word);
export const wordOf = Object.fromEntries(Object.entries(kindOf).map(([word, kind]) => [kind, word])) as Record<FeedbackKind, string>;

/** As typed, to show again. */
export interface Typed {
  page: string;
  kind: string;
  text: string;
  reply: string;
  mail: string;
}

export type Fault = 'kind' | 'text.missing' | 'text.long' | 'mail.missing' | 'mail.wrong';

/** Where each fault is shown. */
export const fieldOf: Record<Fault, string> = { 'kind': 'nature', 'text.missing': 'message', 'text.long': 'message', 'mail.missing': 'adresse', 'mail.wrong': 'adresse' };

/** The address of one’s account is offered, and read only with « Oui ». */
export function emptyForm(page: string, mail = ''): Typed {
  return { page: readPage(page), kind: wordOf[kinds[0]], text: '', reply: 'non', mail };
}

/** R192: with « Non », an address that came along is not even looked at. */
export function readFeedback(form: Form): { typed: Typed; faults: Fault[]; kind: FeedbackKind; mail: string | null } {
  const typed: Typed = { page: readPage(form.text('page')), kind: form.text('nature'), text: form.text('message'), reply: form.text('reponse') === 'oui' ? 'oui' : 'non', mail: form.text('adresse') };
  const faults: Fault[] = [];
  const kind = isKindWord(typed.kind) ? kindOf[typed.kind] : undefined;
  if (!kind) faults.push('kind');
  if (!typed.text) faults.push('text.missing');
  if (typed.text.length > longest) faults.push('text.long');
  const wanted = typed.reply === 'oui';
  if (wanted && !typed.mail) faults.push('mail.missing');
  else if (wanted && !isMail(typed.mail)) faults.push('mail.wrong');
  return { typed, faults, kind: kind ?? 'remark', mail: wanted ? typed.mail : null };
}
