import type { Read } from '~/platform/db/index.ts';
import type { PartialDate, Precision } from '~/platform/dates/partial.ts';
import { visibleTo, type Reader } from './visibility.ts';
import type { SheetSummary } from './types.ts';

/** Columns of a summary, by name, from `sheets` under any alias. */
export const summaryColumns = [
  'id', 'num', 'kind', 'type', 'slug', 'title', 'context', 'summary', 'lang', 'state', 'phase', 'start_date', 'start_precision',
  'start_meaning', 'end_date', 'end_precision', 'countries', 'themes', 'sdgs', 'to_confirm', 'confirmed_at', 'updated_at',
] as const;

export interface SummaryRow {
  id: string; num: number; kind: string; type: string | null; slug: string; title: string; context: string | null; summary: string | null;
  lang: string; state: string | null; phase: string | null; start_date: string | null; start_precision: string | null;
  start_meaning: string | null; end_date: string | null; end_precision: string | null; countries: string[]; themes: string[];
  sdgs: number[]; to_confirm: boolean; confirmed_at: string | null; updated_at: unknown;
}

export function toSummary(row: SummaryRow): SheetSummary {
  return {
    id: row.id, num: row.num, kind: row.kind, type: row.type, slug: row.slug, title: row.title, context: row.context,
    summary: row.summary, lang: row.lang, state: row.state, phase: row.phase,
    start: toDate(row.start_date, row.start_precision), startMeaning: row.start_meaning, end: toDate(row.end_date, row.end_precision),
    countries: row.countries, themes: row.themes, sdgs: row.sdgs, toConfirm: row.to_confirm, confirmedAt: row.confirmed_at,
    updatedAt: String(row.updated_at),
  };
}

export function toDate(value: string | null, precision: string | null): PartialDate | null {
  return value === null || precision === null ? null : { value, precision: precision as Precision };
}

/** The sheet at an address, or where it moved to after a merge, or nothing: what one may not see does not exist. */
export async function findSheet(db: Read, reader: Reader, kind: string, slug: string): Promise<SheetSummary | { movedTo: string } | undefined> {
  const row = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .where(visibleTo(reader))
    .executeTakeFirst();
  if (row) return toSummary(row);
  const moved = await db
    .selectFrom('sheet_redirects')
    .innerJoin('sheets', 'sheets.id', 'sheet_redirects.sheet_id')
    .select('sheets.slug')
    .where('sheet_redirects.kind', '=', kind)
    .where('sheet_redirects.slug', '=', slug)
    .where(visibleTo(reader))
    .executeTakeFirst();
  return moved && { movedTo: moved.slug };
}

/** All visible sheets of one kind, heaviest first then by title: for kinds of which there are few. */
export async function listSheets(db: Read, reader: Reader, kind: string, limit = 500): Promise<SheetSummary[]> {
  const rows = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where('kind', '=', kind)
    .where(visibleTo(reader))
    .orderBy('weight', 'desc')
    .orderBy('title')
    .orderBy('num')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}
