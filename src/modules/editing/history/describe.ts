import { findMessage, formatList, translator, type Lang } from '~/platform/i18n/index.ts';
import { formatValue, fromTold, isList, labelOfState, labelOfType, type Choice, type FieldSpec, type KindSpec } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import type { Entry } from './queries.ts';

/** What changed in one field, as a sentence, or as two texts to read one after the other. */
export interface Line {
  field: string;
  label: string;
  text?: string;
  long?: { before: string; after: string };
  /** A field of the form: its former value can be taken again. */
  isField: boolean;
}

export interface Telling {
  lang: Lang;
  spec: KindSpec;
  names: ReadonlyMap<string, string>;
  /** Choices that a query gives, by field. */
  choices: ReadonlyMap<string, readonly Choice[]>;
  /** Those who keep the sheet read what the others do not. */
  keeps: boolean;
}

const aside = new Set(['start_precision', 'end_precision', 'weight', 'body', 'to_confirm', 'lang', 'owner_id', 'start_meaning', 'proposal', 'merged', 'from', 'role']);
const longest = 140;

/** Every field that the forms of a kind know, by name. */
export function fieldsOf({ edit, acts = [], create }: KindSpec): Map<string, FieldSpec> {
  return new Map([...(create?.fields ?? []), ...acts.flatMap((act) => act.fields), ...(edit?.fields ?? [])].map((field) => [field.name, field]));
}

/** « Fiche corrigée », « Convention ajoutée »: in the kind's words when it has some. */
export function titleOf({ name, changes }: Pick<Entry, 'name' | 'changes'>, { lang, spec }: Telling): string {
  const t = translator(messages, lang);
  const what = name.slice(name.indexOf('.') + 1);
  const own = findMessage(spec.messages, lang, `history.${what}`);
  if (own !== undefined) return own;
  if (what === 'merged') return t('event.merged', { slug: String(changes.merged?.[0] ?? '') });
  return findMessage(messages, lang, `event.${name}`) ?? findMessage(messages, lang, `event.${what}`) ?? t('event.other');
}

/** What changed, field by field; what has no name for people is not told. */
export function listLines(entry: Pick<Entry, 'name' | 'changes'>, telling: Telling): Line[] {
  const fields = fieldsOf(telling.spec);
  return Object.entries(entry.changes).flatMap(([key, pair]) => {
    if (aside.has(key) || !Array.isArray(pair)) return [];
    const field = fields.get(key);
    const label = findMessage(telling.spec.messages, telling.lang, `field.${key}`) ?? findMessage(messages, telling.lang, `column.${key}`);
    if (key === 'sources') return [describeSources(fromTold(pair[1]), telling)];
    if (label === undefined) return [];
    const isField = telling.spec.edit?.fields.some(({ name }) => name === key) === true && entry.name.endsWith('.updated');
    if (field?.private && !telling.keeps) return [{ field: key, label, text: translator(messages, telling.lang)('change.private'), isField }];
    return [{ field: key, label, isField, ...describeChange(field ?? columnField(key), fromTold(pair[0]), fromTold(pair[1]), telling) }];
  });
}

function columnField(name: string): FieldSpec {
  const types: Record<string, FieldSpec['type']> = { countries: 'countries', themes: 'themes', sdgs: 'sdgs', start_date: 'date', end_date: 'date', confirmed_at: 'date' };
  return { name, type: types[name] ?? 'text', ...(types[name] === 'countries' ? { several: true } : {}) };
}

function describeChange(field: FieldSpec, before: string[], after: string[], telling: Telling): Pick<Line, 'text' | 'long'> {
  const t = translator(messages, telling.lang);
  const say = (value: string) => wordOf(field, value, telling);
  if (isList(field)) {
    const added = after.filter((one) => !before.includes(one));
    const taken = before.filter((one) => !after.includes(one));
    const list = (values: string[]) => formatList(telling.lang, values.map((one) => `«\u00a0${say(one)}\u00a0»`));
    const parts = [added.length ? t('change.added', { items: list(added) }) : null, taken.length ? t('change.taken', { items: list(taken) }) : null].filter((one) => one !== null);
    return { text: parts.join(telling.lang === 'fr' ? '\u00a0; ' : '; ') };
  }
  const [was, is] = [before.map(say).join(', '), after.map(say).join(', ')];
  if (was.length > longest || is.length > longest || (was + is).includes('\n')) return { long: { before: was, after: is } };
  if (!was || was === is) return { text: is.includes('«') ? is : t('change.set', { after: is }) };
  if ((was + is).includes('«')) return { long: { before: was, after: is } };
  return { text: is ? t('change.replaced', { before: was, after: is }) : t('change.removed', { before: was }) };
}

function wordOf(field: FieldSpec, value: string, { lang, spec, names, choices }: Telling): string {
  if (field.name === 'state') return labelOfState(spec.kind, value, lang) ?? value;
  if (field.name === 'type') return labelOfType(spec.kind, value, lang) ?? value;
  if (field.name === 'visibility') return findMessage(messages, lang, `visibility.${value}`) ?? value;
  return formatValue(field, value, { lang, messages: spec.messages, names, choices: choices.get(field.name) });
}

function describeSources(fields: string[], { lang, spec }: Telling): Line {
  const items = formatList(lang, fields.map((name) => `«\u00a0${findMessage(spec.messages, lang, `field.${name}`) ?? name}\u00a0»`));
  return { field: 'sources', label: '', text: translator(messages, lang)('change.sources', { n: fields.length, items }), isField: false };
}
