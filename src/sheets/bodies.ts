import { sql, type Read } from '~/platform/db/index.ts';
import { listKinds } from './kinds.ts';
import { visibleTo, type Body, type Reader } from './visibility.ts';

const bodyKinds = ['territory', 'organisation', 'network', 'group'];

/** The body that was typed, by the address of its page or by its exact name when only one has it. */
export async function findBody(db: Read, reader: Reader, typed: string, kinds: readonly string[] = bodyKinds): Promise<Body | undefined> {
  const address = /^(?:https?:\/\/[^/]+)?(?:\/(?:en|es))?(\/[\w-]+)\/([^/?#]+)/.exec(typed.trim());
  const kind = address && listKinds().find((one) => one.path.pattern === `${address[1]}/:slug`)?.kind;
  const named = sql`sheets.id in (select n.sheet_id from sheet_names n where n.plain = plain(${typed.trim()}) and n.kind in ('title', 'alias', 'acronym'))`;
  const asked = kind ? sql`sheets.kind = ${kind} and sheets.slug = ${address[2]}` : named;
  const { rows } = await sql<Body>`
    select sheets.id, sheets.kind, sheets.slug, sheets.title from sheets
    where ${asked} and sheets.kind = any(${[...kinds]}::text[]) and ${visibleTo(reader)} limit 2`.execute(db);
  return rows.length === 1 ? rows[0] : undefined;
}
