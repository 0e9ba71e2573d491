import { checkFields, checkSources, findSheet, listFound, readSourcesOf, readTyped, readyFields, type EditContext, type FieldSpec, type FieldSource, type ReadyField, type Search, type SheetAsk, type SheetSummary, type TypedSource, type Values } from '~/sheets/index.ts';
import type { Body } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { listRoles, type RoleShown } from '../queries.ts';

/** An authority at the desk of a network: for whom one acts, and what is known of it there. */
export interface Desk {
  network: SheetSummary;
  body: Body;
  roles: RoleShown[];
}

/** The authority that this person acts for, as its agent or as elected by it. */
export function findOwnAuthority({ acting }: SheetAsk['reader']): Body | undefined {
  return (acting?.role === 'agent' || acting?.role === 'elected') && acting.body?.kind === 'territory' ? acting.body : undefined;
}

export async function findDesk(ask: SheetAsk): Promise<Desk | undefined> {
  const body = findOwnAuthority(ask.reader);
  const network = body && (await findSheet(ask.primary, ask.reader, 'network', ask.param('slug')));
  if (!body || !network || 'movedTo' in network) return undefined;
  return { network, body, roles: await listRoles(ask.primary, ask.reader, { networkId: network.id, authorityId: body.id }) };
}

/** A form of this desk: what is asked, what was typed, what is wrong with it. */
export interface Shown {
  ready: readonly ReadyField[];
  values: Values;
  errors: readonly FormError[];
  searches: ReadonlyMap<string, Search>;
  typed: ReadonlyMap<string, TypedSource>;
  sources: readonly FieldSource[];
}

export async function readEmpty(ask: SheetAsk, fields: readonly FieldSpec[]): Promise<Shown> {
  return { ready: await ready(ask, fields, {}), values: {}, errors: [], searches: new Map(), typed: new Map(), sources: [] };
}

/** What came back; `input` is there when nothing is wrong and nothing was being looked for. */
export async function readSent(ask: SheetAsk, fields: readonly FieldSpec[]): Promise<{ shown: Shown; sent?: { values: Values; sources: ReadonlyMap<string, TypedSource> } }> {
  const form = await ask.form();
  const values = readTyped(fields, form, {});
  const typed = readSourcesOf(fields, form);
  const searches = new Map<string, Search>();
  for (const { name, of = [] } of fields.filter((field) => field.type === 'sheets')) {
    const words = form.text(`chercher.${name}`);
    if (words) searches.set(name, { words, found: await listFound(ask.primary, ask.reader, of, words) });
  }
  const isSearching = form.text('chercher') !== '' || [...searches].some(([name, { words }]) => words !== form.text(`cherche.${name}`));
  const shown = { ready: await ready(ask, fields, values), values, errors: [], searches, typed, sources: [] };
  if (isSearching) return { shown };
  const checked = checkFields(shown.ready, values, {}, form, ask.lang);
  const errors = [...checked.errors, ...checkSources(typed, ask.lang)];
  return errors.length ? { shown: { ...shown, errors } } : { shown, sent: { values: checked.values, sources: typed } };
}

function ready(ask: SheetAsk, fields: readonly FieldSpec[], values: Values): Promise<ReadyField[]> {
  const context: EditContext = { reader: ask.reader, right: 'own', today: ask.today };
  return readyFields(fields, { db: ask.primary, lang: ask.lang, messages, sheetId: null, context }, values, {});
}

