import { newId, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { listClosings, mayAnswer, mayApply, mayAssign, type Closing, type FeedbackKind, type FeedbackState, type Progress } from './rules.ts';

export interface FeedbackInput {
  page: string;
  sheetId: string | null;
  lang: Lang;
  kind: FeedbackKind;
  text: string;
  /** Null: no reply wanted. */
  mail: string | null;
}

const visitor: Actor = { name: 'visiteur' };

/** R190, R192: what a visitor writes. An address comes with the wish of a reply, or not at all. */
export async function createFeedback(tx: Tx, { mail, ...input }: FeedbackInput, now: number): Promise<string> {
  const id = newId();
  await tx
    .insertInto('feedback')
    .values({
      id, page: input.page, sheet_id: input.sheetId, lang: input.lang, kind: input.kind, text: input.text,
      wants_reply: mail !== null, mail, received_at: new Date(now).toISOString(),
    })
    .execute();
  await addStep(tx, visitor, id, 'received', now);
  return id;
}

export async function addAssignee(tx: Tx, actor: Actor, id: string, assignee: { id: string; title: string }, now: number): Promise<boolean> {
  const progress = await lockProgress(tx, id);
  if (!progress || !mayAssign(progress)) return false;
  await tx.updateTable('feedback').set({ assignee_id: assignee.id, ...(progress.state === 'received' ? { state: 'assigned' } : {}) }).where('id', '=', id).execute();
  await addStep(tx, actor, id, 'assigned', now, { note: assignee.title });
  return true;
}

/** `closes`: nothing else remains to do. The mail itself is queued by the caller, in this transaction. */
export async function addAnswer(tx: Tx, actor: Actor, id: string, answer: string, closes: boolean, now: number): Promise<boolean> {
  const progress = await lockProgress(tx, id);
  if (!progress || !mayAnswer(progress)) return false;
  await tx.updateTable('feedback').set({ state: 'answered', answer }).where('id', '=', id).execute();
  await addStep(tx, actor, id, 'answered', now);
  if (closes || progress.applied) await close(tx, actor, id, 'done', now);
  return true;
}

/** The change that came of it: an event of the sheet's history, or some words for a page that has none. Closes when no reply is due. */
export async function recordApplication(tx: Tx, actor: Actor, id: string, change: { eventId: string } | { note: string }, now: number): Promise<boolean> {
  const progress = await lockProgress(tx, id);
  if (!progress || !mayApply(progress)) return false;
  await tx.updateTable('feedback').set({ state: 'applied' }).where('id', '=', id).execute();
  await addStep(tx, actor, id, 'applied', now, change);
  if (progress.answered || !progress.wantsReply || !progress.hasAddress) await close(tx, actor, id, 'done', now);
  return true;
}

export async function closeFeedback(tx: Tx, actor: Actor, id: string, reason: Closing | 'done', now: number): Promise<boolean> {
  const progress = await lockProgress(tx, id);
  if (!progress || !listClosings(progress).includes(reason)) return false;
  await close(tx, actor, id, reason, now);
  return true;
}

async function close(tx: Tx, actor: Actor, id: string, reason: Closing | 'done', now: number): Promise<void> {
  await tx.updateTable('feedback').set({ state: 'closed', closed_at: new Date(now).toISOString() }).where('id', '=', id).execute();
  await addStep(tx, actor, id, 'closed', now, { note: reason });
}

/** Read under a lock: two people do not answer one message. */
async function lockProgress(tx: Tx, id: string): Promise<Progress | undefined> {
  const row = await tx.selectFrom('feedback').select(['state', 'wants_reply', 'mail']).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) return undefined;
  const steps = await tx.selectFrom('feedback_steps').select('step').where('feedback_id', '=', id).execute();
  const has = (step: FeedbackState) => steps.some((one) => one.step === step);
  return { state: row.state as FeedbackState, wantsReply: row.wants_reply, hasAddress: row.mail !== null, applied: has('applied'), answered: has('answered') };
}

async function addStep(tx: Tx, actor: Actor, id: string, step: FeedbackState, now: number, { eventId, note }: { eventId?: string; note?: string } = {}): Promise<void> {
  await tx
    .insertInto('feedback_steps')
    .values({ feedback_id: id, step, at: new Date(now).toISOString(), actor: actor.name, account_id: actor.accountId ?? null, event_id: eventId ?? null, note: note ?? null })
    .execute();
  // No sheet and no body: history, news and feeds look for those, and nobody learns from them that somebody wrote.
  const { onBehalfOf: _, ...who } = actor;
  await recordEvent(tx, { name: `feedback.${step}`, actor: who });
}
