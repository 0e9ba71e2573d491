import { readDate } from '~/platform/dates/typed.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import type { FileFault, FileKind } from '~/platform/files/index.ts';
import type { Form } from '~/platform/http/form.ts';

/** A sheet is a page, not an archive. */
export const maxAttachments = 60;

export type Kind = FileKind;
export type Fault = FileFault | 'file.missing' | 'file.full' | 'caption.missing' | 'credit.missing' | 'alternative.missing' | 'taken.date' | 'long';

export interface Words {
  caption: string;
  credit: string;
  alternative: string;
  taken: PartialDate | null;
}

export interface Checked {
  words: Words;
  faults: { name: string; fault: Fault }[];
}

/** Caption and credit always; for a photo also what it shows, for who does not see it. */
export function readWords(form: Form, kind: Kind): Checked {
  const faults: Checked['faults'] = [];
  const read = (name: string, fault: Fault | null, max: number) => {
    const text = form.text(name);
    if (!text && fault) faults.push({ name, fault });
    if (text.length > max) faults.push({ name, fault: 'long' });
    return text;
  };
  const caption = read('legende', 'caption.missing', 300);
  const credit = read('credit', 'credit.missing', 120);
  const alternative = kind === 'photo' ? read('alternative', 'alternative.missing', 500) : '';
  const typed = form.text('prise');
  const taken = typed ? (readDate(typed) ?? null) : null;
  if (typed && !taken) faults.push({ name: 'prise', fault: 'taken.date' });
  return { words: { caption, credit, alternative, taken }, faults };
}
