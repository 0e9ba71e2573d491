import type { Form } from '~/platform/http/form.ts';
import { most, readLines, type Nature } from '../rules.ts';
import type { Part, Speech } from './queries.ts';
import type { Typed } from './texts.ts';

export type Fault = 'title.missing' | 'title.long' | 'text.long' | 'short.long' | 'people' | 'words.long';

export interface Written {
  /** Null: what is said outside of any part. */
  part: Typed | null;
  speeches: Typed[];
  speakers: { before: string[]; after: string[] };
  /** Texts of others that were merged here. */
  merged: number[];
  faults: { field: string; fault: Fault }[];
}

export const saidField = (id: string) => `dit-${id}`;

/** What the form of a part, or of the words outside of parts, sent back. */
export function readWritten(form: Form, part: Part | null, speeches: readonly Speech[]): Written {
  const faults: Written['faults'] = [];
  const check = (field: string, max: number, fault: Fault) => {
    if (form.text(field).length > max) faults.push({ field, fault });
    return form.text(field);
  };
  const versionOf = (field: string) => Number.parseInt(form.text(field), 10) || 1;
  const fields = part && readPart(part.nature, check);
  if (fields && !fields.titre) faults.push({ field: 'titre', fault: 'title.missing' });
  if (fields?.presents && !/^\d{1,6}$/.test(fields.presents)) faults.push({ field: 'presents', fault: 'people' });
  return {
    part: part && { unit: part.id, of: 'part', version: versionOf('version'), fields: fields! },
    speeches: speeches
      .filter(({ id }) => form.values[saidField(id)] !== undefined)
      .map(({ id }): Typed => ({ unit: id, of: 'speech', version: versionOf(`version-${id}`), fields: { dit: check(saidField(id), most.words, 'words.long') } })),
    speakers: { before: form.list('prises-avant').filter(Boolean), after: form.values.prises ? form.list('prises').filter(Boolean) : form.list('prises-avant').filter(Boolean) },
    merged: form.list('repris').map(Number).filter(Number.isSafeInteger),
    faults,
  };
}

function readPart(nature: Nature, check: (field: string, max: number, fault: Fault) => string): Record<string, string> {
  return {
    titre: check('titre', most.title, 'title.long'),
    texte: check('texte', most.text, 'text.long'),
    points: readLines(check('points', most.text, 'text.long')).join('\n'),
    ...(nature === 'workshop' ? { salle: check('salle', most.short, 'short.long'), anime: check('anime', most.short, 'short.long'), presents: check('presents', 10, 'people') } : {}),
  };
}
