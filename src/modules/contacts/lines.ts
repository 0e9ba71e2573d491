import { parse } from 'csv-parse/sync';
import { parseMail } from '~/modules/accounts/index.ts';
import { mostLines } from './rules.ts';

export interface ContactWords {
  mail: string;
  name: string;
  function: string;
  organisation: string;
  note: string;
}

export type LineFault = 'mail.missing' | 'mail.wrong' | 'long';

export interface Line {
  number: number;
  words: ContactWords;
  /** Same address as an earlier line: the two are one. */
  twice: boolean;
  fault?: LineFault;
}

const known: Record<keyof ContactWords | 'first', RegExp> = {
  mail: /^(courriel|e-?mail|mail|adresse( e-?mail| électronique| mail)?|correo)$/i,
  first: /^(prénom|prenom|first ?name|nombre)$/i,
  name: /^(nom|name|nom complet|nom et prénom|apellidos?)$/i,
  function: /^(fonction|poste|titre|function|title|cargo)$/i,
  organisation: /^(organisme|organisation|structure|collectivité|société|employeur|body|organización)$/i,
  note: /^(note|remarque|commentaire|observations?|notes)$/i,
};

/** Lines of a message or of a table: « Nom <adresse> », « adresse », or columns with or without their names. Nothing is lost: a bad line says why. */
export function parseLines(text: string): { lines: Line[]; more: boolean; unread: string[] } {
  const rows = readRows(text);
  const heads = rows[0]?.map((cell) => cell.trim()) ?? [];
  const named = heads.some((head) => known.mail.test(head));
  const columns = heads.map((head) => (Object.keys(known) as (keyof typeof known)[]).find((key) => known[key].test(head)));
  const body = named ? rows.slice(1) : rows;
  const seen = new Set<string>();
  const lines = body.slice(0, mostLines).map((row, index): Line => {
    const words = named ? fromColumns(row, columns) : fromFree(row);
    const number = index + (named ? 2 : 1);
    const mail = parseMail(words.mail);
    const fault: LineFault | undefined = !words.mail ? 'mail.missing' : !mail ? 'mail.wrong' : Object.values(words).some((word) => word.length > 300) ? 'long' : undefined;
    const key = (mail ?? '').toLowerCase();
    const twice = !fault && seen.has(key);
    if (!fault) seen.add(key);
    return { number, words: { ...words, mail: mail ?? words.mail }, twice, ...(fault ? { fault } : {}) };
  });
  return { lines, more: body.length > mostLines, unread: named ? heads.filter((head, index) => head && !columns[index]) : [] };
}

/** The separator is the one that the first lines use; `"a; b"` is one cell. */
function readRows(text: string): string[][] {
  const clean = text.replace(/^\uFEFF/, '');
  const start = clean.slice(0, 5000);
  const delimiter = ['\t', ';', ','].map((mark) => [mark, start.split(mark).length] as const).sort((a, b) => b[1] - a[1])[0]![0];
  return readCells(clean, delimiter).filter((row) => row.some((cell) => cell.trim()));
}

/** `"Awa Un" <awa@exemple.fr>` is no CSV: what is not is cut at its separators. */
function readCells(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, trim: true, to: mostLines + 2 }) as string[][];
  } catch {
    return text.split('\n').slice(0, mostLines + 2).map((line) => line.split(delimiter));
  }
}

function fromColumns(row: string[], columns: (keyof typeof known | undefined)[]): ContactWords {
  const of = (key: keyof typeof known) => row.filter((_, index) => columns[index] === key).map((cell) => cell.trim()).filter(Boolean).join(' ');
  return { mail: of('mail'), name: [of('first'), of('name')].filter(Boolean).join(' '), function: of('function'), organisation: of('organisation'), note: of('note') };
}

/** The cell with an @ is the address; the others are, in this order, the name, the function, the body, a note. */
function fromFree(row: string[]): ContactWords {
  const at = row.findIndex((cell) => cell.includes('@'));
  const [, before = '', inside] = /^(.*?)\s*<([^<>]+)>$/.exec(row[at] ?? '') ?? [];
  const others = row.filter((_, index) => index !== at).map((cell) => cell.trim());
  if (before) others.unshift(before.replace(/^"|"$/g, ''));
  const [name = '', held = '', organisation = '', ...rest] = others;
  return { mail: (inside ?? row[at] ?? '').trim(), name, function: held, organisation, note: rest.join(' ').trim() };
}
