import { parse } from 'csv-parse/sync';
import { maxBytes, maxColumns, maxLines } from './rules.ts';
import { readWorkbook } from './workbook.ts';

export type ReadFault = 'file.missing' | 'file.large' | 'file.kind' | 'file.empty' | 'file.lines' | 'file.columns';

export interface Row {
  /** As a spreadsheet counts: the head is 1 when nothing is above it, and an empty row counts. */
  number: number;
  cells: string[];
}

export interface Sheet {
  name: string;
  header: string[];
  lines: Row[];
}

/** The first sheet of an XLSX workbook, or a CSV text whatever its separator and encoding; else what was pasted. */
export async function readList(file: File | undefined, pasted: string): Promise<Sheet | { fault: ReadFault }> {
  if (!file && pasted === '') return { fault: 'file.missing' };
  if ((file?.size ?? pasted.length) > maxBytes) return { fault: 'file.large' };
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted);
  const rows = isZip(bytes) ? await readWorkbook(bytes) : readText(bytes);
  if (!rows) return { fault: 'file.kind' };
  const [head, ...lines] = rows.map((row, index): Row => ({ number: index + 1, cells: row.map((cell) => cell.slice(0, 500).trim()) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!head || lines.length === 0) return { fault: 'file.empty' };
  if (lines.length > maxLines) return { fault: 'file.lines' };
  const header = head.cells;
  if (header.length > maxColumns) return { fault: 'file.columns' };
  return { name: file?.name.slice(0, 200) ?? '', header, lines: lines.map(({ number, cells }) => ({ number, cells: header.map((_, index) => cells[index] ?? '') })) };
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function readText(bytes: Uint8Array): string[][] | null {
  const text = decode(bytes);
  // a picture or a PDF is no list
  if (/[\0-\x08\x0e-\x1f]/.test(text.slice(0, 2000))) return null;
  const first = text.split('\n', 1)[0] ?? '';
  const delimiter = ['\t', ';', ','].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best));
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, to: maxLines * 2, max_record_size: 200_000 }) as string[][];
  } catch {
    return null;
  }
}

/** What French spreadsheets write is UTF-8, or the encoding of Windows. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
