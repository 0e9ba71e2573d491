import { createHash } from 'node:crypto';
import { readDate } from '~/platform/dates/typed.ts';
import type { FieldSpec, Values } from './types.ts';

const lists = new Set(['checkboxes', 'lines', 'themes', 'sdgs']);

/** Whether a field holds a list: history then tells what was added and what was taken away. */
export function isList(field: FieldSpec): boolean {
  return field.several ?? lists.has(field.type);
}

/** One way to write each value, so that two of them can be compared: dates as ISO, numbers with a point, no empty line. */
export function toCanonical(field: FieldSpec, raw: readonly string[] = []): string[] {
  const given = raw.map((one) => one.trim()).filter(Boolean);
  if (field.type === 'lines') {
    const lines = given.flatMap((one) => one.split('\n')).map((one) => one.trim()).filter(Boolean);
    return lines.length ? [lines.join('\n')] : [];
  }
  const values = [...new Set(given.map((one) => canonicalOf(field, one)))];
  if (isList(field)) return values;
  return values.slice(0, 1);
}

function canonicalOf({ type }: FieldSpec, value: string): string {
  switch (type) {
    case 'date':
      return readDate(value)?.value ?? value;
    case 'number':
      return value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
    case 'url':
      return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(value) ? `https://${value}` : value;
    case 'countries':
      return value.toUpperCase();
    case 'checkbox':
      return '1';
    case 'text':
    case 'mail':
      return value.replace(/\s+/g, ' ');
    default:
      return value;
  }
}

/** Every field of the form, as one writes it here. */
export function toCanonicalValues(fields: readonly FieldSpec[], values: Values): Values {
  return Object.fromEntries(fields.map((field) => [field.name, toCanonical(field, values[field.name])]));
}

/** The order in which boxes were ticked says nothing. */
export function isSame(field: FieldSpec, a: readonly string[] = [], b: readonly string[] = []): boolean {
  return keyOf(field, a) === keyOf(field, b);
}

function keyOf(field: FieldSpec, values: readonly string[]): string {
  const canonical = toCanonical(field, values);
  return JSON.stringify(isList(field) ? canonical.toSorted() : canonical);
}

export function listDifferent(fields: readonly FieldSpec[], a: Values, b: Values): string[] {
  return fields.filter((field) => !isSame(field, a[field.name], b[field.name])).map(({ name }) => name);
}

/** As an event tells a value: text or null for one, a list for several. */
export function toTold(field: FieldSpec, values: readonly string[] = []): string | null | string[] {
  const canonical = toCanonical(field, values);
  if (field.type === 'lines') return canonical[0]?.split('\n') ?? [];
  return isList(field) ? canonical : (canonical[0] ?? null);
}

/** The values of a form from what an event told. */
export function fromTold(told: unknown): string[] {
  return [told].flat().filter((one) => one !== null && one !== undefined && one !== false).map(String);
}

/**
 * What the form showed when it was opened, in few letters: it comes back with the form, and tells which fields this
 * person changed and which somebody else did, whoever and by whatever means.
 */
export function buildMarks(fields: readonly FieldSpec[], values: Values): string {
  return fields.map((field) => `${field.name}:${markOf(field, values[field.name])}`).join(',');
}

export function parseMarks(text: string): Map<string, string> {
  return new Map(text.split(',').map((one) => one.split(':')).filter((pair) => pair.length === 2) as [string, string][]);
}

export function markOf(field: FieldSpec, values: readonly string[] = []): string {
  return createHash('sha256').update(keyOf(field, values)).digest('base64url').slice(0, 10);
}
