import type { Read } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { toDate } from '~/sheets/index.ts';
import type { Cited } from '../types.ts';
import type { ExchangeForm, Initiative, Register } from './rules.ts';

export interface Exchange extends Cited {
  register: Register;
  initiative: Initiative;
  form: ExchangeForm;
  subject: string;
  here: string | null;
  there: string | null;
  at: PartialDate;
}

/** Of a partnership that the reader was already given, the latest first. */
export async function listExchanges(db: Read, sheetId: string): Promise<Exchange[]> {
  const rows = await db
    .selectFrom('partnership_exchanges')
    .select(['register', 'initiative', 'form', 'subject', 'here', 'there', 'at', 'at_precision', 'document_id', 'locator'])
    .where('sheet_id', '=', sheetId)
    .orderBy('at', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    register: row.register as Register, initiative: row.initiative as Initiative, form: row.form as ExchangeForm, subject: row.subject,
    here: row.here, there: row.there, at: toDate(row.at, row.at_precision)!, documentId: row.document_id, locator: row.locator,
  }));
}
