import { parseMail } from '~/modules/accounts/index.ts';
import type { Form } from '~/platform/http/form.ts';
import type { Origin } from './commands.ts';
import type { ContactWords } from './lines.ts';
import { bases, type Basis } from './rules.ts';

export type Fault = 'mail' | 'taken' | 'refused' | 'origin' | 'basis' | 'basisOn' | 'long' | 'words' | 'lines' | 'contacts.many' | 'list' | 'meeting' | 'replyBy' | 'answer' | 'people' | 'guest';

export const fieldOf: Record<Fault, string> = {
  'mail': 'courriel', 'taken': 'courriel', 'refused': 'courriel', 'origin': 'origine', 'basis': 'base', 'basisOn': 'depuis', 'long': 'note', 'words': 'mots', 'lines': 'lignes', 'contacts.many': 'lignes',
  'list': 'liste', 'meeting': 'rencontre', 'replyBy': 'avant', 'answer': 'reponse', 'people': 'personnes', 'guest': 'nom',
};

export const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export interface TypedOrigin {
  origin: string;
  basis: string;
  basisOn: string;
}

/** Where addresses come from, asked once for one contact or for two thousand. */
export function readOrigin(form: Form, today: string): { typed: TypedOrigin; from: Origin; faults: Fault[] } {
  const typed = { origin: form.text('origine'), basis: form.text('base'), basisOn: form.text('depuis') };
  const faults: Fault[] = [];
  if (!typed.origin || typed.origin.length > 300) faults.push('origin');
  if (!bases.includes(typed.basis as Basis)) faults.push('basis');
  if (!isDay(typed.basisOn) || typed.basisOn > today) faults.push('basisOn');
  return { typed, from: typed as Origin, faults };
}

export function readWords(form: Form): { words: ContactWords; faults: Fault[] } {
  const words = { mail: form.text('courriel'), name: form.text('nom'), function: form.text('fonction'), organisation: form.text('organisme'), note: form.text('note') };
  const mail = parseMail(words.mail);
  const faults: Fault[] = [];
  if (!mail) faults.push('mail');
  if ([words.name, words.function, words.organisation].some((word) => word.length > 300) || words.note.length > 1000) faults.push('long');
  return { words: { ...words, mail: mail ?? words.mail }, faults };
}
