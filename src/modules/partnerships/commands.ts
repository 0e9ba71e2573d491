import { newId, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { changeSheetState, createSheet, type SheetRef, type Source } from '~/sheets/index.ts';
import { milestoneRow } from './milestones.ts';
import { describeParties, findDouble } from './parties.ts';
import { getStateForUpdate } from './queries.ts';
import { checkParties, checkPublication, checkStart, checkStateChange, refuse, type Refusal } from './rules.ts';
import { followPartnership } from './strands/commands.ts';
import type { PartnershipInput, StateInput } from './types.ts';

/** Opens a partnership's sheet. One record lives per French authority, foreign territory and kind. */
export async function createPartnership(tx: Tx, actor: Actor, input: PartnershipInput): Promise<SheetRef | Refusal> {
  const draft = input.visibility === 'draft';
  const refused =
    checkParties({ ...input, draft }) ??
    checkStart({ start: input.start, meaning: input.startMeaning }) ??
    ((await findDouble(tx, input.type, input)) ? refuse('exists') : null);
  if (refused) return refused;
  const parties = await describeParties(tx, input);
  const sheet = await createSheet(tx, actor, {
    ...parties,
    kind: 'partnership',
    type: input.type,
    slug: input.slug ?? parties.slug,
    title: input.title ?? parties.title,
    summary: input.summary ?? null,
    ownerId: input.french[0]!,
    visibility: input.visibility ?? 'public',
    state: input.state,
    start: input.start,
    startMeaning: input.startMeaning ?? null,
    themes: input.themes ?? [],
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

async function addDetail(tx: Tx, id: string, input: PartnershipInput): Promise<void> {
  await tx
    .insertInto('partnerships')
    .values({
      sheet_id: id,
      priority: input.priority ?? null,
      placeholder: input.placeholder ?? null,
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
