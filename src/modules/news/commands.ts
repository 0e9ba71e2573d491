import type { Tx } from '~/platform/db/index.ts';
import { instance, type Actor } from '~/platform/events/index.ts';
import { changeSheetState, createSheet, patchSheet, type SheetInput, type SheetRef } from '~/sheets/index.ts';
import { mayBecome, type Contract, type Kind, type State } from './rules.ts';

interface Publication extends Pick<SheetInput, 'slug' | 'title' | 'summary' | 'countries' | 'themes' | 'visibility' | 'sharedWith' | 'sources' | 'body'> {
  ownerId: string;
  expiresOn: string;
  today: string;
  links: { role: string; to: string }[];
}

export async function createNews(tx: Tx, actor: Actor, input: Publication): Promise<SheetRef> {
  const sheet = await createPublication(tx, actor, 'news', null, input);
  await tx.insertInto('news').values({ sheet_id: sheet.id, expires_on: input.expiresOn }).execute();
  return sheet;
}

export async function createJob(tx: Tx, actor: Actor, { employerId, place, contract, web, ...input }: Publication & { employerId: string; place: string; contract: Contract; web: string | null }): Promise<SheetRef> {
  const sheet = await createPublication(tx, actor, 'job', contract, { ...input, links: [...input.links, { role: 'employer', to: employerId }] });
  await tx.insertInto('jobs_offered').values({ sheet_id: sheet.id, employer_id: employerId, place, contract, web, expires_on: input.expiresOn }).execute();
  return sheet;
}

/** Its sheet ends when it does: the home page and the lists know it before the night's work. */
async function createPublication(tx: Tx, actor: Actor, kind: Kind, type: string | null, { expiresOn, today, links, ...input }: Publication): Promise<SheetRef> {
  const isDraft = input.visibility === 'draft';
  return createSheet(tx, actor, {
    kind, type, ...input,
    state: isDraft ? { state: 'draft' } : { state: 'published', at: { value: today, precision: 'day' } },
    start: isDraft ? null : { value: today, precision: 'day' },
    startMeaning: 'published',
    end: { value: expiresOn, precision: 'day' },
    links: [{ role: 'holder', to: input.ownerId }, ...links],
    confirmedAt: today,
  });
}

export async function publish(tx: Tx, actor: Actor, kind: Kind, id: string, { visibility, sharedWith, expiresOn, today }: Required<Pick<SheetInput, 'visibility' | 'sharedWith'>> & { expiresOn: string; today: string }): Promise<'published' | { refused: 'state' }> {
  if (!(await isPossible(tx, id, 'published'))) return { refused: 'state' };
  await patchSheet(tx, id, { visibility, sharedWith, start: { value: today, precision: 'day' } });
  await writeExpiry(tx, kind, id, expiresOn);
  await changeSheetState(tx, actor, id, { state: 'published', at: { value: today, precision: 'day' } });
  return 'published';
}

export async function writeExpiry(tx: Tx, kind: Kind, id: string, day: string): Promise<void> {
  await tx.updateTable(kind === 'news' ? 'news' : 'jobs_offered').set({ expires_on: day }).where('sheet_id', '=', id).execute();
  await patchSheet(tx, id, { end: { value: day, precision: 'day' } });
}

export async function withdraw(tx: Tx, actor: Actor, id: string, reason: string | null): Promise<'withdrawn' | { refused: 'state' }> {
  if (!(await isPossible(tx, id, 'withdrawn'))) return { refused: 'state' };
  await changeSheetState(tx, actor, id, { state: 'withdrawn', reason: reason ?? undefined });
  return 'withdrawn';
}

/** It leaves the front; it stays at its address, marked as past. */
export async function expire(tx: Tx, kind: Kind, id: string, today: string): Promise<void> {
  if (!(await isPossible(tx, id, 'expired'))) return;
  const { expires_on: day } = await tx.selectFrom(kind === 'news' ? 'news' : 'jobs_offered').select('expires_on').where('sheet_id', '=', id).executeTakeFirstOrThrow();
  if (day < today) await changeSheetState(tx, instance, id, { state: 'expired', at: { value: day, precision: 'day' } });
}

async function isPossible(tx: Tx, id: string, to: State): Promise<boolean> {
  const { state } = await tx.selectFrom('sheets').select('state').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return mayBecome(state, to);
}
