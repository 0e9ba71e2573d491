import { newId, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { changeSheetState, createSheet, type Place, type SheetRef, type Source } from '~/sheets/index.ts';
import { getStateForUpdate } from './queries.ts';
import { checkParties, checkPublication, checkStart, checkStateChange, refuse, type Refusal } from './rules.ts';
import { followPartnership } from './strands/commands.ts';
import type { MilestoneInput, PartnershipInput, StateInput } from './types.ts';

/** Opens a partnership's sheet. One record lives per French authority, foreign territory and kind. */
export async function createPartnership(tx: Tx, actor: Actor, input: PartnershipInput): Promise<SheetRef | Refusal> {
  const draft = input.visibility === 'draft';
  const refused =
    checkParties({ ...input, draft }) ??
    checkStart({ start: input.start, meaning: input.startMeaning }) ??
    (await findDouble(tx, input));
  if (refused) return refused;
  const parties = await listParties(tx, [...input.french, ...input.foreign]);
  const french = input.french.map((id) => parties.get(id)!);
  const foreign = input.foreign.map((id) => parties.get(id)!);
  const sheet = await createSheet(tx, actor, {
    kind: 'partnership',
    type: input.type,
    slug: input.slug ?? [...french, ...foreign].map((party) => party.slug).join('-'),
    title: input.title ?? `${french.map((party) => party.title).join(', ')} – ${foreign.map((party) => party.title).join(', ')}`,
    summary: input.summary ?? null,
    // « Ashod » finds Bordeaux – Ashdod
    body: [...french, ...foreign].map((party) => party.names).join(' '),
    context: foreign[0]?.context ?? null,
    ownerId: input.french[0]!,
    visibility: input.visibility ?? 'public',
    state: input.state,
    start: input.start,
    startMeaning: input.startMeaning ?? null,
    countries: foreign.length ? [...new Set(foreign.flatMap((party) => party.countries))] : (input.countries ?? []),
    themes: input.themes ?? [],
    places: [...french.map((party) => placeOf(party, 'from')), ...foreign.map((party) => placeOf(party, 'to'))],
    links: [...input.french.map((to) => ({ role: 'french', to })), ...input.foreign.map((to) => ({ role: 'foreign', to }))],
    sources: sourcesOf(input),
    facts: input.facts ?? [],
    toConfirm: input.toConfirm ?? false,
  });
  await addDetail(tx, sheet.id, input);
  return sheet;
}

/** The move is checked, then written with its reason; strands follow where the rules say so. */
export async function changePartnershipState(tx: Tx, actor: Actor, id: string, change: StateInput): Promise<Refusal | null> {
  const from = await getStateForUpdate(tx, id);
  const refused = checkStateChange(from, change) ?? (from === 'draft' ? await checkDraft(tx, id) : null);
  if (refused) return refused;
  await changeSheetState(tx, actor, id, change);
  await followPartnership(tx, actor, id, change);
  return null;
}

/** Every text that some part of the sheet rests on, once each: the page numbers them. */
function sourcesOf({ sources, state, gains = [], milestones = [], dimensions }: PartnershipInput): Source[] {
  const all = [...sources, ...[state, ...gains, ...milestones, dimensions].map((part) => part?.source)].filter((one) => one !== undefined);
  return [...new Map(all.map((one) => [`${one.document} ${one.locator}`, one])).values()];
}

async function checkDraft(tx: Tx, id: string): Promise<Refusal | null> {
  const gains = await tx.selectFrom('partnership_gains').select('sentence').where('sheet_id', '=', id).execute();
  const links = await tx.selectFrom('sheet_links').select(['role', 'to_id']).where('from_id', '=', id).execute();
  const inRole = (role: string) => links.filter((link) => link.role === role).map((link) => link.to_id);
  return checkParties({ french: inRole('french'), foreign: inRole('foreign'), draft: false }) ?? checkPublication({ gains });
}

async function findDouble(tx: Tx, { type, french, foreign }: PartnershipInput): Promise<Refusal | null> {
  if (!foreign.length) return null;
  const twin = await tx
    .selectFrom('sheets')
    .innerJoin('sheet_links as a', 'a.from_id', 'sheets.id')
    .innerJoin('sheet_links as b', 'b.from_id', 'sheets.id')
    .select('sheets.id')
    .where('sheets.kind', '=', 'partnership')
    .where('sheets.type', '=', type)
    .where('sheets.state', '<>', 'ended')
    .where('sheets.merged_into', 'is', null)
    .where((eb) => eb.and([eb('a.role', '=', 'french'), eb('a.to_id', 'in', french), eb('b.role', '=', 'foreign'), eb('b.to_id', 'in', foreign)]))
    .limit(1)
    .executeTakeFirst();
  return twin ? refuse('exists') : null;
}

interface Party {
  id: string;
  slug: string;
  title: string;
  context: string | null;
  countries: string[];
  names: string;
  place: Omit<Place, 'role'>;
}

async function listParties(tx: Tx, ids: string[]): Promise<Map<string, Party>> {
  const rows = await tx
    .selectFrom('sheets')
    .leftJoin('sheet_places', (join) => join.onRef('sheet_places.sheet_id', '=', 'sheets.id').on('sheet_places.position', '=', 0))
    .select(['sheets.id', 'slug', 'title', 'context', 'countries', 'lat', 'lon', 'approximate'])
    .select((eb) =>
      eb.selectFrom('sheet_names').select((e) => e.fn.agg<string>('string_agg', ['name', e.val(' ')]).as('names'))
        .whereRef('sheet_names.sheet_id', '=', 'sheets.id').where('sheet_names.kind', 'not in', ['title', 'code']).as('names'))
    .where('sheets.id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, names: row.names ?? '', place: { territoryId: row.id, label: row.title, lat: row.lat, lon: row.lon, approximate: row.approximate ?? false } },
    ]),
  );
}

function placeOf(party: Party, role: 'from' | 'to'): Place {
  return { ...party.place, role };
}

async function addDetail(tx: Tx, id: string, input: PartnershipInput): Promise<void> {
  await tx
    .insertInto('partnerships')
    .values({
      sheet_id: id,
      priority: input.priority ?? null,
      dimensions: input.dimensions?.list ?? [],
      dimensions_basis: input.dimensions?.basis ?? null,
      dimensions_document: input.dimensions?.source?.document ?? null,
      dimensions_locator: input.dimensions?.source?.locator ?? null,
    })
    .execute();
  const gains = (input.gains ?? []).map(({ side, sentence, source }, position) => ({
    id: newId(), sheet_id: id, side, sentence, document_id: source?.document ?? null, locator: source?.locator ?? null, position,
  }));
  if (gains.length) await tx.insertInto('partnership_gains').values(gains).execute();
  const milestones = (input.milestones ?? []).map((one, position) => milestoneRow(id, one, position));
  if (milestones.length) await tx.insertInto('partnership_milestones').values(milestones).execute();
}

function milestoneRow(id: string, { kind, title, detail, planned, at, source }: MilestoneInput, position: number) {
  return {
    id: newId(), sheet_id: id, kind, title, detail: detail ?? null, planned: planned ?? false, at: at?.value ?? null,
    at_precision: at?.precision ?? null, document_id: source?.document ?? null, locator: source?.locator ?? null, position,
  };
}
