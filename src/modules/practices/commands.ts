import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { listResults, type ResultInput } from '~/modules/projects/index.ts';
import { addFact, addSources, changeSheetState, createSheet, findFreeSlug, patchSheet, recordChange, recordDeclaration, type Fact, type SheetRef, type Source, type Visibility } from '~/sheets/index.ts';

export interface Telling {
  context: string | null;
  steps: readonly string[];
  reuse: string | null;
  failed: string | null;
}

export interface PracticeInput extends Telling {
  title: string;
  summary: string | null;
  ownerId: string | null;
  themes: readonly string[];
  countries: readonly string[];
  actionId?: string;
  facts?: Fact[];
}

/** A draft of the body that tells it. */
export async function createPractice(tx: Tx, actor: Actor, input: PracticeInput): Promise<SheetRef> {
  const sheet = await createSheet(tx, actor, {
    kind: 'practice', slug: await findFreeSlug(tx, 'practice', input.title), title: input.title, summary: input.summary, ownerId: input.ownerId, visibility: 'draft',
    state: { state: 'draft' }, themes: [...input.themes], countries: [...input.countries], body: wordsOf(input), facts: input.facts,
    links: [...(input.ownerId ? [{ role: 'holder', to: input.ownerId }] : []), ...(input.actionId ? [{ role: 'action', to: input.actionId }] : [])],
  });
  await tx.insertInto('practices').values({ sheet_id: sheet.id, action_id: input.actionId ?? null, context: input.context, steps: [...input.steps], reuse: input.reuse, failed: input.failed }).execute();
  return sheet;
}

export const wordsOf = ({ context, steps, reuse, failed }: Telling) => [context, ...steps, reuse, failed].filter(Boolean).join('\n');

/** How a borrowed fact says where it comes from: the page links it to the action. */
export const borrowedNote = 'action';

/** R155: what an action already says, each fact with its own source. The draft that this body already made of it is found again. */
export async function createFromAction(tx: Tx, actor: Actor, action: { id: string; slug: string; title: string }, ownerId: string | null, today: string): Promise<SheetRef> {
  await tx.selectFrom('sheets').select('id').where('id', '=', action.id).forUpdate().executeTakeFirstOrThrow();
  const known = await tx.selectFrom('practices').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['id', 'kind', 'slug']).where('action_id', '=', action.id).where(sql<boolean>`owner_id is not distinct from ${ownerId}`).executeTakeFirst();
  if (known) return known;
  const [row, results, places, sources] = await Promise.all([
    tx.selectFrom('sheets').leftJoin('actions', 'actions.sheet_id', 'sheets.id').select(['summary', 'themes', 'countries', 'need', 'steps', 'continuation']).where('id', '=', action.id).executeTakeFirstOrThrow(),
    listResults(tx, action.id),
    tx.selectFrom('sheet_places').select(['role', 'territory_id', 'label', 'lat', 'lon', 'approximate']).where('sheet_id', '=', action.id).orderBy('position').execute(),
    tx.selectFrom('sheet_sources').select(['document_id', 'locator', 'field']).where('sheet_id', '=', action.id).where('fact_id', 'is', null).orderBy('position').execute(),
  ]);
  const declared = results.some((one) => one.sources.length === 0) ? [await recordDeclaration(tx, actor, today)] : [];
  const practice = await createPractice(tx, actor, {
    title: action.title, summary: null, ownerId, themes: row.themes, countries: row.countries, actionId: action.id,
    context: [row.summary, row.need].filter(Boolean).join('\n\n') || null, steps: row.steps ?? [], reuse: row.continuation, failed: null,
    facts: results.map((one): Fact => ({
      ...factOf(one), note: borrowedNote,
      sources: one.sources.length ? one.sources.map(({ documentId, locator }) => ({ document: documentId, ...(locator ? { locator } : {}) })) : declared,
    })),
  });
  if (places.length) await patchSheet(tx, practice.id, { places: places.map((place) => ({ role: place.role as 'at', territoryId: place.territory_id, label: place.label, lat: place.lat, lon: place.lon, approximate: place.approximate })) });
  const borrowed = new Map(sources.filter(({ field }) => field === null || !field.startsWith('resultat')).map((source) => [source.document_id, source]));
  await addSources(tx, practice.id, [...borrowed.values()].map(({ document_id, locator }) => ({ document: document_id, ...(locator ? { locator } : {}) })), { field: 'contexte' });
  return practice;
}

/** A quantity with what it measures; what is not counted is its own value. */
function factOf({ label, quantity, unit, observed }: ResultInput): Omit<Fact, 'sources'> {
  const base = { field: 'resultat', ...(observed ? { observed } : {}) };
  return quantity === null ? { ...base, value: label } : { ...base, label, value: String(quantity), ...(unit ? { unit } : {}) };
}

export async function addResult(tx: Tx, actor: Actor, id: string, input: ResultInput, source: Source): Promise<void> {
  await addFact(tx, id, { ...factOf(input), sources: [source] });
  await recordChange(tx, actor, id, 'result', { resultat: [null, input.label], ...(input.quantity === null ? {} : { quantite: [null, input.quantity] }) });
}

export async function removeResult(tx: Tx, actor: Actor, id: string, factId: string): Promise<boolean> {
  const gone = await tx.deleteFrom('sheet_facts').where('id', '=', factId).where('sheet_id', '=', id).where('field', '=', 'resultat').returning(['label', 'value']).executeTakeFirst();
  if (gone) await recordChange(tx, actor, id, 'result', { resultat: [gone.label ?? gone.value, null] });
  return gone !== undefined;
}

/** Others read it. What can be taken over is asked first: without it a practice is a story. */
export async function publishPractice(tx: Tx, actor: Actor, id: string, to: { visibility: Visibility; sharedWith: string[] }): Promise<'published' | { refused: 'context-missing' | 'reuse-missing' }> {
  const row = await tx.selectFrom('practices').select(['context', 'reuse']).where('sheet_id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (!row.context) return { refused: 'context-missing' };
  if (!row.reuse) return { refused: 'reuse-missing' };
  await patchSheet(tx, id, to);
  await changeSheetState(tx, actor, id, { state: 'shared' });
  return 'published';
}

export interface Contact {
  function: string;
  mail: string;
}

/** Only the person concerned gives it, for themselves, and takes it back. */
export async function updateContact(tx: Tx, actor: Actor, id: string, contact: Contact | null, today: string): Promise<void> {
  await tx.updateTable('practices').set(contact
    ? { contact_function: contact.function, contact_mail: contact.mail, contact_by: actor.accountId ?? null, contact_agreed_on: today }
    : { contact_function: null, contact_mail: null, contact_by: null, contact_agreed_on: null }).where('sheet_id', '=', id).execute();
  await recordChange(tx, actor, id, 'contact');
}
