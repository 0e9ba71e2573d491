import { newId, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { tellMeasure } from './notices.ts';
import type { Judge, MeasureInput } from './types.ts';

/** Decides against something, does it, and tells the author why, for how long, and how to appeal. */
export async function createMeasure(tx: Tx, judge: Judge, input: MeasureInput, origin: string): Promise<string> {
  const id = newId();
  const was = input.kind === 'hide' ? await hideSheet(tx, judge, input.sheetId) : (input.was ?? null);
  await tx
    .insertInto('measures')
    .values({
      id, kind: input.kind, sheet_id: input.sheetId, account_id: input.accountId, publication_id: input.publicationId ?? null, report_id: input.reportId ?? null,
      reason: input.reason, reasons: input.reasons, until: input.until ?? null, was, decided_by: judge.name, decider_id: judge.accountId,
    })
    .execute();
  if (input.kind === 'suspend' && input.accountId) await tx.updateTable('accounts').set({ suspended_until: input.until! }).where('id', '=', input.accountId).execute();
  const { onBehalfOf: _, ...who } = judge;
  await recordEvent(tx, { name: `moderation.${input.kind}`, actor: who });
  await tellMeasure(tx, input, origin);
  return id;
}

/** Out of everybody's sight but its body's. Returns what its visibility was. */
async function hideSheet(tx: Tx, judge: Judge, sheetId: string): Promise<string> {
  const { visibility } = await tx.selectFrom('sheets').select('visibility').where('id', '=', sheetId).forUpdate().executeTakeFirstOrThrow();
  await changeVisibility(tx, judge, sheetId, 'draft', 'hidden');
  return visibility;
}

/** Gives a sheet back to those who could see it: its event tells caches, search and the history. */
export async function restoreSheet(tx: Tx, judge: Actor, sheetId: string, visibility: string): Promise<void> {
  await changeVisibility(tx, judge, sheetId, visibility, 'published');
}

async function changeVisibility(tx: Tx, judge: Actor, sheetId: string, visibility: string, what: 'hidden' | 'published'): Promise<void> {
  const before = await tx.selectFrom('sheets').select(['kind', 'visibility']).where('id', '=', sheetId).executeTakeFirstOrThrow();
  await tx.updateTable('sheets').set({ visibility }).where('id', '=', sheetId).execute();
  await recordEvent(tx, { name: `${before.kind}.${what}`, sheetId, actor: judge, changes: { visibility: [before.visibility, visibility] } });
}
