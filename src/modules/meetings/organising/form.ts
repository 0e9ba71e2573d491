import { checkFields, Input, readTyped, readyFields, type FieldSpec, type ReadyField, type SheetAsk, type Values } from '~/sheets/index.ts';
import type { Form } from '~/platform/http/form.ts';
import type { FormError } from '~/ui/index.ts';
import { messages } from './messages.ts';

export interface Shown {
  ready: readonly ReadyField[];
  values: Values;
  errors: readonly FormError[];
}

export async function showFields(ask: SheetAsk, fields: readonly FieldSpec[], values: Values, errors: readonly FormError[] = []): Promise<Shown> {
  const context = { reader: ask.reader, right: 'own' as const, today: ask.today };
  return { ready: await readyFields(fields, { db: ask.primary, lang: ask.lang, messages, sheetId: null, context }, values), values, errors };
}

/** What was posted, checked field by field. */
export async function readFields(ask: SheetAsk, fields: readonly FieldSpec[]): Promise<Shown & { input: Input; form: Form }> {
  const form = await ask.form();
  const typed = readTyped(fields, form, {});
  const shown = await showFields(ask, fields, typed);
  const { values, errors } = checkFields(shown.ready, typed, {}, form, ask.lang);
  return { ...shown, errors, input: new Input(values), form };
}
