import { readDate } from '~/platform/dates/typed.ts';
import { newId, type Read, type Tx } from '~/platform/db/index.ts';
import type { Form } from '~/platform/http/form.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import type { FormError } from '~/ui/index.ts';
import { addSources } from '../parts.ts';
import type { Source } from '../types.ts';
import { isWebAddress } from './check.ts';
import { messages } from './messages.ts';
import type { FieldSpec, Values } from './types.ts';

export const sourceParts = ['titre', 'adresse', 'endroit', 'date'] as const;
export type SourcePart = (typeof sourceParts)[number];

/** Where a fact is said, as typed beside its field. */
export type TypedSource = Record<SourcePart, string>;

export function sourceName(field: string, part: SourcePart): string {
  return `source.${field}.${part}`;
}

/** By field; one that nothing was typed for is not there. */
export function readSources(fields: readonly FieldSpec[], read: (name: string) => string): Map<string, TypedSource> {
  const sources = fields
    .filter((field) => field.sourced)
    .map(({ name }) => [name, Object.fromEntries(sourceParts.map((part) => [part, read(sourceName(name, part)).trim().slice(0, 500)])) as TypedSource] as const);
  return new Map(sources.filter(([, source]) => Object.values(source).some(Boolean)));
}

export function readSourcesOf(fields: readonly FieldSpec[], form: Form): Map<string, TypedSource> {
  return readSources(fields, (name) => form.text(name));
}

/** As a draft or a proposal keeps them, beside the fields. */
export function toSourceValues(sources: ReadonlyMap<string, TypedSource>): Values {
  return Object.fromEntries([...sources].flatMap(([field, source]) => sourceParts.map((part) => [sourceName(field, part), [source[part]]])));
}

export function checkSources(sources: ReadonlyMap<string, TypedSource>, lang: Lang): FormError[] {
  const t = translator(messages, lang);
  return [...sources].flatMap(([field, { titre, adresse, date }]) => {
    const errors: FormError[] = [];
    if (!titre && !adresse) errors.push({ name: sourceName(field, 'titre'), message: t('error.source') });
    if (adresse && !isWebAddress(withScheme(adresse))) errors.push({ name: sourceName(field, 'adresse'), message: t('error.url', { label: t('source.adresse') }) });
    if (date && !readDate(date)) errors.push({ name: sourceName(field, 'date'), message: t('error.date', { label: t('source.date') }) });
    return errors;
  });
}

const withScheme = (address: string) => (/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address);

/** Finds the documents again, by address or by title and author, or writes them. `author` is the body that contributes. */
export async function writeSources(tx: Tx, author: string, sources: ReadonlyMap<string, TypedSource>): Promise<Map<string, Source>> {
  const written = new Map<string, Source>();
  for (const [field, typed] of sources) written.set(field, { document: await writeDocument(tx, author, typed), ...(typed.endroit ? { locator: typed.endroit } : {}) });
  return written;
}

async function writeDocument(tx: Tx, author: string, { titre, adresse, date }: TypedSource): Promise<string> {
  const url = adresse ? withScheme(adresse) : null;
  const title = titre || new URL(url!).host;
  const known = await tx
    .selectFrom('documents')
    .select('id')
    .where((eb) => (url ? eb('url', '=', url) : eb.and([eb('nature', '=', 'contribution'), eb('url', 'is', null), eb(eb.fn('lower', ['title']), '=', title.toLowerCase()), eb('author', '=', author)])))
    .orderBy('id')
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  const published = readDate(date);
  await tx.insertInto('documents').values({ id, title, author, nature: 'contribution', brought: true, url, published: published?.value ?? null, published_precision: published?.precision ?? null }).execute();
  return id;
}

/** The new source of a field takes the place of those it had. */
export async function replaceSources(tx: Tx, sheetId: string, sources: ReadonlyMap<string, Source>): Promise<void> {
  for (const [field, source] of sources) {
    await tx.deleteFrom('sheet_sources').where('sheet_id', '=', sheetId).where('field', '=', field).where('fact_id', 'is', null).execute();
    await addSources(tx, sheetId, [source], { field });
  }
}

export interface FieldSource {
  field: string;
  title: string;
  locator: string | null;
}

/** What says each field now. */
export async function listFieldSources(db: Read, sheetId: string): Promise<FieldSource[]> {
  const rows = await db
    .selectFrom('sheet_sources')
    .innerJoin('documents', 'documents.id', 'sheet_sources.document_id')
    .select(['sheet_sources.field', 'documents.title', 'sheet_sources.locator'])
    .where('sheet_id', '=', sheetId)
    .where('field', 'is not', null)
    .orderBy('position')
    .execute();
  return rows as FieldSource[];
}
