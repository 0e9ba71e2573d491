import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor, type Changes } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { phaseOf } from './kinds.ts';
import { tellCreated } from './publishing.ts';
import { addFact, addLinks, addNames, addPlaces, addSources } from './parts.ts';
import type { SheetInput, SheetRef, StateChange } from './types.ts';

/** Writes a sheet and all that hangs on it, and records `<kind>.created`. The address must be free. */
export async function createSheet(tx: Tx, actor: Actor, input: SheetInput): Promise<SheetRef> {
  const id = input.id ?? newId();
  await tx
    .insertInto('sheets')
    .values({ id, kind: input.kind, slug: input.slug, ...columnsOf(input), phase: phaseOf(input.kind, input.state?.state), state: input.state?.state ?? null, ...saidBy(actor, input) })
    .execute();
  await addNames(tx, id, [{ name: input.title, kind: 'title' }, ...(input.names ?? [])]);
  if (input.state) await addState(tx, actor, id, input.state);
  await addPlaces(tx, id, input.places ?? []);
  await addLinks(tx, id, input.links ?? []);
  await addSources(tx, id, input.sources ?? []);
  for (const fact of input.facts ?? []) await addFact(tx, id, fact);
  await refreshSheet(tx, id);
  await recordEvent(tx, { name: `${input.kind}.created`, sheetId: id, actor });
  await tellCreated(tx, actor, { id, kind: input.kind, slug: input.slug });
  return { id, kind: input.kind, slug: input.slug };
}

export type SheetPatch = Partial<Omit<SheetInput, 'id' | 'kind' | 'slug' | 'state' | 'facts' | 'sources'>>;

/** Two people who edit one sheet: `stale` says that it changed since `version` was read; nothing is written then. */
export async function updateSheet(tx: Tx, actor: Actor, id: string, version: number, patch: SheetPatch): Promise<'updated' | 'stale'> {
  const before = await tx.selectFrom('sheets').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (before.version !== version) return 'stale';
  await patchSheet(tx, id, patch);
  await tx.updateTable('sheets').set({ version: version + 1 }).where('id', '=', id).execute();
  await recordEvent(tx, { name: `${before.kind}.updated`, sheetId: id, actor, changes: diff(before, columnsOf(patch)), version: version + 1 });
  return 'updated';
}

/** Writes columns and parts and nothing more: whoever calls it has locked the sheet, counts the version and records the event (`sheets/edit`). */
export async function patchSheet(tx: Tx, id: string, patch: SheetPatch): Promise<void> {
  const columns = columnsOf(patch);
  if (patch.start !== undefined) await moveFirstState(tx, id, patch.start);
  await tx.updateTable('sheets').set({ ...columns, updated_at: sql`now()` }).where('id', '=', id).execute();
  if (patch.title !== undefined || patch.names) {
    const { title } = await tx.selectFrom('sheets').select('title').where('id', '=', id).executeTakeFirstOrThrow();
    await tx.deleteFrom('sheet_names').where('sheet_id', '=', id).where('kind', 'in', patch.names ? ['title', 'alias', 'former', 'acronym', 'native', 'misspelling'] : ['title']).execute();
    await addNames(tx, id, [{ name: title, kind: 'title' }, ...(patch.names ?? [])]);
  }
  if (patch.places) {
    await tx.deleteFrom('sheet_places').where('sheet_id', '=', id).execute();
    await addPlaces(tx, id, patch.places);
  }
  if (patch.links) {
    await tx.deleteFrom('sheet_links').where('from_id', '=', id).execute();
    await addLinks(tx, id, patch.links);
  }
  await refreshSheet(tx, id);
}

/** Adds a state to the history and makes it the present one. */
export async function changeSheetState(tx: Tx, actor: Actor, id: string, change: StateChange): Promise<void> {
  const before = await tx.selectFrom('sheets').select(['kind', 'state', 'version']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  await addState(tx, actor, id, change);
  await tx
    .updateTable('sheets')
    .set((eb) => ({ state: change.state, phase: phaseOf(before.kind, change.state), version: eb('version', '+', 1), updated_at: sql`now()` }))
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, { name: `${before.kind}.state`, sheetId: id, actor, changes: { state: [before.state, change.state], ...(change.reason ? { reason: [null, change.reason] } : {}) }, version: before.version + 1 });
}

/** Two sheets of one thing: `from` disappears, its names and its address go on leading to `into`. */
export async function mergeSheets(tx: Tx, actor: Actor, from: string, into: string): Promise<void> {
  const gone = await tx.selectFrom('sheets').select(['kind', 'slug', 'title']).where('id', '=', from).forUpdate().executeTakeFirstOrThrow();
  const kept = await tx.selectFrom('sheets').select('kind').where('id', '=', into).forUpdate().executeTakeFirstOrThrow();
  if (gone.kind !== kept.kind || from === into) throw new RangeError('Only two sheets of one kind can be merged');
  await sql`insert into sheet_names (sheet_id, name, kind)
    select ${into}, name, case when kind = 'title' then 'alias' else kind end from sheet_names where sheet_id = ${from}
    on conflict do nothing`.execute(tx);
  await sql`select move_to_sheet(${from}::uuid, ${into}::uuid)`.execute(tx);
  // What the other already had stays behind, and nothing is linked to itself.
  await sql`delete from sheet_links where ${from}::uuid in (from_id, to_id) or from_id = to_id`.execute(tx);
  await sql`update sheet_places set territory_id = ${into} where territory_id = ${from} and sheet_id <> ${from}`.execute(tx);
  await sql`update sheet_facts set sheet_id = ${into} where sheet_id = ${from} and field not in (select field from sheet_facts where sheet_id = ${into})`.execute(tx);
  await sql`update sheet_sources r set sheet_id = ${into} where sheet_id = ${from} and (
    (fact_id is null and not exists (select 1 from sheet_sources k where k.sheet_id = ${into} and k.document_id = r.document_id))
    or fact_id in (select id from sheet_facts where sheet_id = ${into}))`.execute(tx);
  await sql`update sheets set shared_with = array_replace(shared_with, ${from}::uuid, ${into}::uuid) where shared_with && array[${from}::uuid]`.execute(tx);
  await tx.updateTable('sheets').set({ merged_into: into }).where('id', '=', from).execute();
  await tx.updateTable('sheet_redirects').set({ sheet_id: into }).where('sheet_id', '=', from).execute();
  await tx.insertInto('sheet_redirects').values({ kind: gone.kind, slug: gone.slug, sheet_id: into }).execute();
  // What pointed at the one that goes now concerns the one that stays.
  await sql`select refresh_sheet(id) from (
    select from_id as id from sheet_links where to_id = ${into} union select sheet_id from sheet_places where territory_id = ${into}) pointing`.execute(tx);
  await refreshSheet(tx, into);
  await recordEvent(tx, { name: `${kept.kind}.merged`, sheetId: into, actor, changes: { merged: [gone.slug, null], from: [from, into] } });
}

/** Recomputes what is derived: the search vector and the territories concerned. */
export async function refreshSheet(tx: Tx, id: string): Promise<void> {
  await sql`select refresh_sheet(${id}::uuid)`.execute(tx);
}

async function addState(tx: Tx, actor: Actor, id: string, change: StateChange): Promise<void> {
  await tx
    .insertInto('sheet_states')
    .values((eb) => ({
      id: newId(),
      sheet_id: id,
      state: change.state,
      at: change.at?.value ?? null,
      at_precision: change.at?.precision ?? null,
      reason: change.reason ?? null,
      note: change.note ?? null,
      author: actor.name,
      document_id: change.source?.document ?? null,
      locator: change.source?.locator ?? null,
      position: eb.selectFrom('sheet_states').select((e) => e.fn.count<number>('id').as('n')).where('sheet_id', '=', id),
    }))
    .execute();
}

/** What began with the sheet begins with it still when the start is corrected; the text that gave the former date does not give the new one. */
async function moveFirstState(tx: Tx, id: string, start: PartialDate | null): Promise<void> {
  const { start_date } = await tx.selectFrom('sheets').select('start_date').where('id', '=', id).executeTakeFirstOrThrow();
  if (start_date === null || start_date === start?.value) return;
  await tx.updateTable('sheet_states').set({ at: start?.value ?? null, at_precision: start?.precision ?? null, document_id: null, locator: null })
    .where('sheet_id', '=', id).where('position', '=', 0).where('at', '=', start_date).execute();
}

function columnsOf(input: SheetPatch) {
  const columns = {
    type: input.type,
    title: input.title as string,
    context: input.context,
    summary: input.summary,
    body: input.body,
    lang: input.lang,
    owner_id: input.ownerId,
    visibility: input.visibility,
    shared_with: input.sharedWith,
    ...datesOf('start', input.start),
    start_meaning: input.startMeaning,
    ...datesOf('end', input.end),
    countries: input.countries,
    themes: input.themes,
    sdgs: input.sdgs,
    to_confirm: input.toConfirm,
    confirmed_at: input.confirmedAt,
    weight: input.weight,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as typeof columns;
}

/** Whoever holds a sheet says what it says on the day when they write it: nobody asks them again before a year (R199). */
function saidBy({ accountId, onBehalfOf }: Actor, { ownerId, confirmedAt }: SheetInput) {
  const isTheirs = accountId !== undefined && onBehalfOf !== undefined && onBehalfOf === ownerId;
  return isTheirs && confirmedAt === undefined ? { confirmed_at: sql<string>`to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD')` } : {};
}

/** Null takes the date away, undefined leaves it. */
function datesOf(which: 'start' | 'end', date: PartialDate | null | undefined) {
  return { [`${which}_date`]: date === null ? null : date?.value, [`${which}_precision`]: date === null ? null : date?.precision };
}

function diff(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const changes: Changes = {};
  for (const [key, value] of Object.entries(after)) if (JSON.stringify(before[key]) !== JSON.stringify(value)) changes[key] = [before[key], value];
  return changes;
}
