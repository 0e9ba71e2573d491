import { readDate } from '~/platform/dates/typed.ts';
import { findMessage, localizePath, translator, type Bundle, type Lang } from '~/platform/i18n/index.ts';
import type { FormError } from '~/ui/index.ts';
import { findTypedCountries } from './countries.ts';
import type { Form } from '~/platform/http/form.ts';
import { sheetHref } from '../kinds.ts';
import { messages } from './messages.ts';
import type { EditRefusal, FieldSpec, Values } from './types.ts';
import { toCanonical } from './values.ts';
import type { ReadyField } from './ready.ts';

const longest: Partial<Record<FieldSpec['type'], number>> = { text: 200, mail: 200, url: 500, number: 20, date: 40, textarea: 5000, lines: 5000 };

/**
 * What was typed for these fields and for no other: a field that the form did not send keeps what is there, and names
 * that are not fields are not read.
 */
export function readTyped(fields: readonly FieldSpec[], form: Form, present: Values): Values {
  return Object.fromEntries(
    fields.map((field) => {
      const sent = form.values[field.name] ?? (field.type === 'countries' ? form.values[`${field.name}.ajouter`] && [] : undefined);
      if (sent === undefined) return [field.name, present[field.name] ?? []];
      return [field.name, field.type === 'countries' ? [...sent, ...findTypedCountries(form.text(`${field.name}.ajouter`)).known] : sent];
    }),
  );
}

/** Checks each field by its type; gives the values as they are written here, with those that the reader may not see. */
export function checkFields(ready: readonly ReadyField[], typed: Values, present: Values, form: Form, lang: Lang): { values: Values; errors: FormError[] } {
  const t = translator(messages, lang);
  const values: Values = {};
  const errors: FormError[] = [];
  for (const field of ready) {
    const { spec, label } = field;
    const value = [...toCanonical(spec, typed[spec.name]), ...field.hidden];
    values[spec.name] = spec.type === 'sheets' && !spec.several && field.hidden.length && value.length > 1 ? value.slice(0, 1) : value;
    const wrong = findWrong(field, value, present[spec.name] ?? []) ?? findUnknownCountry(spec, form);
    if (wrong) errors.push({ name: spec.name, message: t(`error.${wrong.code}`, { label, ...wrong.told }) });
  }
  return { values, errors };
}

type Wrong = { code: 'required' | 'choose' | 'tick' | 'long' | 'number' | 'url' | 'mail' | 'date' | 'choice' | 'sheet' | 'country'; told?: Record<string, string | number> };

function findWrong({ spec, choices, picked, hidden }: ReadyField, values: readonly string[], present: readonly string[]): Wrong | undefined {
  const text = values[0];
  if (text === undefined) {
    if (!spec.required) return undefined;
    if (spec.type === 'checkbox') return { code: 'tick' };
    return { code: ['select', 'radio', 'checkboxes', 'sheets', 'countries', 'themes', 'sdgs'].includes(spec.type) ? 'choose' : 'required' };
  }
  const max = spec.max ?? longest[spec.type];
  if (max && text.length > max) return { code: 'long', told: { max, over: text.length - max } };
  switch (spec.type) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? undefined : { code: 'number' };
    case 'url':
      return isWebAddress(text) ? undefined : { code: 'url' };
    case 'mail':
      return /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]{2,}$/.test(text) ? undefined : { code: 'mail' };
    case 'date':
      return readDate(text) ? undefined : { code: 'date' };
    case 'sheets': {
      const allowed = new Set([...picked.map(({ id }) => id), ...hidden]);
      return values.every((id) => allowed.has(id)) ? undefined : { code: 'sheet' };
    }
    case 'select': case 'radio': case 'checkboxes': case 'countries': case 'themes': case 'sdgs': {
      // A code that is no longer offered may stay where it is.
      const allowed = new Set([...choices.map(([code]) => code), ...present]);
      return values.every((code) => allowed.has(code)) ? undefined : { code: 'choice' };
    }
    default:
      return undefined;
  }
}

function findUnknownCountry(spec: FieldSpec, form: Form): Wrong | undefined {
  const [name] = spec.type === 'countries' ? findTypedCountries(form.text(`${spec.name}.ajouter`)).unknown : [];
  return name === undefined ? undefined : { code: 'country', told: { name } };
}

/** http or https, and nothing that a browser would run. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol) && !/\s/.test(text);
}

/** What a domain refused, in its own words. */
export function toFormError(refusal: EditRefusal, kindMessages: Bundle, lang: Lang): FormError {
  return { name: refusal.field ?? 'formulaire', message: findMessage(kindMessages, lang, `refusal.${refusal.refused}`) ?? findMessage(messages, lang, `refusal.${refusal.refused}`) ?? translator(messages, lang)('error.refused'), ...(refusal.sheet ? { see: { href: localizePath(lang, sheetHref(refusal.sheet.kind, refusal.sheet.slug)), label: refusal.sheet.title } } : {}) };
}
