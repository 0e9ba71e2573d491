import type { Read } from '~/platform/db/index.ts';
import type { Values } from '~/sheets/index.ts';

export interface Draft {
  values: Values;
  version: number | null;
  /** RFC 3339. */
  at: string;
}

export async function findDraft(db: Read, accountId: string, form: string): Promise<Draft | undefined> {
  const row = await db.selectFrom('drafts').select(['field_values', 'sheet_version', 'updated_at']).where('account_id', '=', accountId).where('form', '=', form).executeTakeFirst();
  return row && { values: row.field_values as Values, version: row.sheet_version, at: String(row.updated_at) };
}
