import type { Read } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { anonymous, getKind, listAllowed, readyFields, toCanonicalValues, type EditContext, type FieldSpec, type KindSpec, type Reader, type ReadyField, type SheetSummary, type Values } from '~/sheets/index.ts';

/** What a shared sheet says, as its own form tells it, for whoever was invited to read it. */
export interface SharedFacts {
  spec: KindSpec;
  /** All that the form tells. */
  ready: readonly ReadyField[];
  values: Values;
  /** What one may correct here; choosing other sheets asks for an account. */
  fields: readonly FieldSpec[];
  context: EditContext;
}

export async function readFacts(db: Read, sheet: SheetSummary, lang: Lang, today: string, reader: Reader = anonymous): Promise<SharedFacts | undefined> {
  const spec = getKind(sheet.kind);
  if (!spec.edit) return undefined;
  const context: EditContext = { reader, right: 'partner', today };
  const allowed = listAllowed(spec.edit.fields, context);
  const values = toCanonicalValues(allowed, await spec.edit.read(db, sheet.id, context));
  const ready = await readyFields(allowed, { db, lang, messages: spec.messages, sheetId: sheet.id, context }, values, values);
  return { spec, ready, values, context, fields: allowed.filter((field) => field.type !== 'sheets').map((field) => ({ ...field, sourced: false })) };
}
