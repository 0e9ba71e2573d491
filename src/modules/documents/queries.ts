import type { Read } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { summaryColumns, toDate, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { parts, type Part, type PassageNature } from './rules.ts';

export interface DocumentSummary {
  id: string;
  title: string;
  author: string;
  nature: string;
  published: PartialDate | null;
  url: string | null;
  licence: string | null;
  lang: string;
  /** Visible sheets that lean on it, and how many times they do. */
  sheets: number;
  mentions: number;
}

const columns = ['documents.id', 'documents.title', 'author', 'nature', 'published', 'published_precision', 'url', 'licence', 'documents.lang'] as const;

function selectDocuments(db: Read, reader: Reader) {
  const used = db
    .selectFrom('sheet_sources')
    .innerJoin('sheets', 'sheets.id', 'sheet_sources.sheet_id')
    .select((eb) => ['document_id', eb.fn.count<number>('sheet_id').distinct().as('sheets'), eb.fn.countAll<number>().as('mentions')])
    .where(visibleTo(reader))
    .groupBy('document_id');
  // What somebody brought to a sheet is seen by those who see the sheet.
  return db.selectFrom('documents').leftJoin(used.as('used'), 'used.document_id', 'documents.id').select(columns).select(['used.sheets', 'used.mentions'])
    .where((eb) => eb.or([eb('brought', '=', false), eb('used.sheets', '>', 0)]));
}

interface Row {
  id: string; title: string; author: string; nature: string; published: string | null; published_precision: string | null;
  url: string | null; licence: string | null; lang: string; sheets: number | null; mentions: number | null;
}

function toDocument({ published, published_precision, sheets, mentions, ...row }: Row): DocumentSummary {
  return { ...row, published: toDate(published, published_precision), sheets: Number(sheets ?? 0), mentions: Number(mentions ?? 0) };
}

export async function listDocuments(db: Read, reader: Reader): Promise<DocumentSummary[]> {
  return (await selectDocuments(db, reader).orderBy('documents.id').execute()).map(toDocument);
}

export async function findDocument(db: Read, reader: Reader, id: string): Promise<DocumentSummary | undefined> {
  const row = await selectDocuments(db, reader).where('documents.id', '=', id).executeTakeFirst();
  return row && toDocument(row);
}

export interface Passage {
  part: Part;
  nature: PassageNature;
  text: string;
  url: string | null;
  locator: string | null;
}

export async function listPassages(db: Read, id: string): Promise<Passage[]> {
  const rows = await db.selectFrom('document_passages').select(['part', 'nature', 'text', 'url', 'locator']).where('document_id', '=', id).orderBy('position').execute();
  return rows.map((row) => row as Passage).sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part));
}

export interface LooseFigure {
  label: string;
  value: string;
  unit: string | null;
  qualifier: string;
  note: string | null;
  locator: string | null;
}

export async function listLooseFigures(db: Read, id: string): Promise<LooseFigure[]> {
  return db.selectFrom('document_figures').select(['label', 'value', 'unit', 'qualifier', 'note', 'locator']).where('document_id', '=', id).orderBy('position').execute();
}

export interface Fed {
  kinds: { kind: string; n: number }[];
  items: (SheetSummary & { locators: string[] })[];
  /** Of the kind asked, or of all. */
  total: number;
}

/** What comes from a document: counts by kind, and one page of sheets with the places that speak of them. */
export async function listFed(db: Read, reader: Reader, id: string, asked: { kind?: string; page: number; size: number }): Promise<Fed> {
  const linked = db.selectFrom('sheet_sources').innerJoin('sheets', 'sheets.id', 'sheet_sources.sheet_id').where('document_id', '=', id).where(visibleTo(reader));
  const [kinds, rows] = await Promise.all([
    linked.select((eb) => ['kind', eb.fn.count<number>('sheets.id').distinct().as('n')]).groupBy('kind').orderBy('n', 'desc').orderBy('kind').execute(),
    linked
      .$if(asked.kind !== undefined, (query) => query.where('kind', '=', asked.kind!))
      .select(summaryColumns.map((column) => `sheets.${column}` as const))
      .select((eb) => eb.fn<string[]>('array_agg', ['locator']).as('locators'))
      .groupBy('sheets.id')
      .orderBy('kind')
      .orderBy('sheets.title')
      .orderBy('num')
      .limit(asked.size)
      .offset((asked.page - 1) * asked.size)
      .execute(),
  ]);
  return {
    kinds: kinds.map((row) => ({ kind: row.kind, n: Number(row.n) })),
    items: rows.map((row) => ({ ...toSummary(row), locators: [...new Set(row.locators.filter((one) => one !== null))] })),
    total: kinds.filter((row) => !asked.kind || row.kind === asked.kind).reduce((sum, row) => sum + Number(row.n), 0),
  };
}
