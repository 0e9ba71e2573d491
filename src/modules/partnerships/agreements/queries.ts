import type { Read } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { toDate } from '~/sheets/index.ts';
import type { Cited } from '../types.ts';
import type { AgreementKind, AgreementState, Period } from './rules.ts';

export interface AgreementShown extends Period {
  id: string;
  kind: AgreementKind;
  title: string;
  note: string | null;
  themes: string[];
  renews: string | null;
  /** The last one is the present one. */
  states: (Cited & { state: AgreementState; at: PartialDate | null; reason: string | null })[];
}

interface PeriodRow {
  start_date: string | null;
  start_precision: string | null;
  end_date: string | null;
  end_precision: string | null;
}

export function periodOf(row: PeriodRow): Period {
  return { start: toDate(row.start_date, row.start_precision), end: toDate(row.end_date, row.end_precision) };
}

/** The agreements of a partnership that the reader was already given, in the order in which they were added. */
export async function listAgreements(db: Read, sheetId: string): Promise<AgreementShown[]> {
  const [rows, states] = await Promise.all([
    db.selectFrom('partnership_agreements')
      .select(['id', 'kind', 'title', 'note', 'themes', 'renews', 'start_date', 'start_precision', 'end_date', 'end_precision'])
      .where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('partnership_agreement_states')
      .innerJoin('partnership_agreements', 'partnership_agreements.id', 'agreement_id')
      .select(['agreement_id', 'state', 'at', 'at_precision', 'reason', 'document_id', 'locator'])
      .where('sheet_id', '=', sheetId).orderBy('partnership_agreement_states.position').execute(),
  ]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as AgreementKind,
    title: row.title,
    note: row.note,
    themes: row.themes,
    renews: row.renews,
    ...periodOf(row),
    states: states
      .filter((state) => state.agreement_id === row.id)
      .map((state) => ({ state: state.state as AgreementState, at: toDate(state.at, state.at_precision), reason: state.reason, documentId: state.document_id, locator: state.locator })),
  }));
}
