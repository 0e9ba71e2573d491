import type { PartialDate } from '~/platform/dates/partial.ts';
import type { Tx } from '~/platform/db/index.ts';
import { instance, type Actor } from '~/platform/events/index.ts';
import { changeSheetState, createSheet, patchSheet, recordChange, type EditRefusal, type SheetInput, type SheetRef } from '~/sheets/index.ts';
import { isOpen, mayBecome, prolongedUntil, type ListingState, type ListingType } from './rules.ts';

export interface Portrait {
  population: number | null;
  area: string | null;
  character: string | null;
  expected: string | null;
  behind: string[];
  languages: string | null;
  means: string | null;
}

export interface ListingInput extends Pick<SheetInput, 'slug' | 'title' | 'summary' | 'countries' | 'themes' | 'places' | 'visibility' | 'sharedWith' | 'sources' | 'body'> {
  type: ListingType;
  ownerId: string;
  nature: string | null;
  period: { start: PartialDate | null; end: PartialDate | null };
  expiresOn: string;
  today: string;
  portrait?: Portrait;
}

/** Published at once, unless it is written as a draft. Its sheet ends when it does: lists know it before the night's work. */
export async function createListing(tx: Tx, actor: Actor, { ownerId, nature, period, expiresOn, today, portrait, ...input }: ListingInput): Promise<SheetRef> {
  const isDraft = input.visibility === 'draft';
  const sheet = await createSheet(tx, actor, {
    kind: 'listing', ...input, ownerId,
    state: isDraft ? { state: 'draft' } : { state: 'published', at: { value: today, precision: 'day' } },
    start: isDraft ? null : { value: today, precision: 'day' },
    startMeaning: 'published',
    end: { value: expiresOn, precision: 'day' },
    links: [{ role: 'holder', to: ownerId }],
    // Whoever writes it says it today; it ends long before it could grow old.
    confirmedAt: today,
  });
  await tx.insertInto('listings').values({ sheet_id: sheet.id, nature, account_id: actor.accountId ?? null, expires_on: expiresOn, ...periodColumns(period), ...portrait }).execute();
  return sheet;
}

export function periodColumns({ start, end }: ListingInput['period']) {
  return { period_start: start?.value ?? null, period_start_precision: start?.precision ?? null, period_end: end?.value ?? null, period_end_precision: end?.precision ?? null };
}

export async function publishListing(tx: Tx, actor: Actor, id: string, { visibility, sharedWith, expiresOn, today }: Required<Pick<SheetInput, 'visibility' | 'sharedWith'>> & { expiresOn: string; today: string }): Promise<'published' | { refused: 'state' }> {
  if (!(await isPossible(tx, id, 'published'))) return { refused: 'state' };
  await patchSheet(tx, id, { visibility, sharedWith, start: { value: today, precision: 'day' }, end: { value: expiresOn, precision: 'day' } });
  await tx.updateTable('listings').set({ expires_on: expiresOn, reminded_on: null }).where('sheet_id', '=', id).execute();
  await changeSheetState(tx, actor, id, { state: 'published', at: { value: today, precision: 'day' } });
  return 'published';
}

/** One click, before it ends. */
export async function prolongListing(tx: Tx, actor: Actor, id: string, today: string): Promise<string | EditRefusal> {
  const { state } = await tx.selectFrom('sheets').select('state').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const { expires_on: before } = await tx.selectFrom('listings').select('expires_on').where('sheet_id', '=', id).executeTakeFirstOrThrow();
  if (!isOpen({ state, expiresOn: before }, today)) return { refused: 'closed' };
  const until = prolongedUntil(before, today);
  if (!until) return { refused: 'prolonged-enough' };
  await writeExpiry(tx, id, until);
  await recordChange(tx, actor, id, 'prolonged', { echeance: [before, until] });
  return until;
}

/** Whoever was reminded is reminded again before the new day. */
export async function writeExpiry(tx: Tx, id: string, until: string): Promise<void> {
  await tx.updateTable('listings').set({ expires_on: until, reminded_on: null }).where('sheet_id', '=', id).execute();
  await patchSheet(tx, id, { end: { value: until, precision: 'day' } });
}

/** With whom, and what came of it. */
export async function closeListing(tx: Tx, actor: Actor, id: string, { outcome, other }: { outcome: string; other: string | null }): Promise<'closed' | { refused: 'state' }> {
  if (!(await isPossible(tx, id, 'matched'))) return { refused: 'state' };
  await tx.updateTable('listings').set({ outcome, outcome_with: other }).where('sheet_id', '=', id).execute();
  await changeSheetState(tx, actor, id, { state: 'matched', reason: outcome });
  return 'closed';
}

export async function withdrawListing(tx: Tx, actor: Actor, id: string, reason: string | null): Promise<'withdrawn' | { refused: 'state' }> {
  if (!(await isPossible(tx, id, 'withdrawn'))) return { refused: 'state' };
  await changeSheetState(tx, actor, id, { state: 'withdrawn', reason: reason ?? undefined });
  return 'withdrawn';
}

/** Its day is over: it stays at its address, and says so. */
export async function expireListing(tx: Tx, id: string, today: string): Promise<void> {
  if (!(await isPossible(tx, id, 'expired'))) return;
  const { expires_on: day } = await tx.selectFrom('listings').select('expires_on').where('sheet_id', '=', id).executeTakeFirstOrThrow();
  if (day >= today) return;
  await changeSheetState(tx, instance, id, { state: 'expired', at: { value: day, precision: 'day' } });
}

async function isPossible(tx: Tx, id: string, to: ListingState): Promise<boolean> {
  const { state } = await tx.selectFrom('sheets').select('state').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return mayBecome(state, to);
}
