import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { changeSheetState, createSheet, findFreeSlug, mergeSheets, patchSheet, recordChange, type SheetRef } from '~/sheets/index.ts';
import { getItem, listSendings } from './queries.ts';
import { defaultThreshold, stateFor, type Target, type Way } from './rules.ts';

export interface ConcernInput {
  title: string;
  text: string;
  targets: readonly Target[];
  themes: readonly string[];
  countries: readonly string[];
  /** The network that will carry it; null: whoever animates one may. */
  networkId: string | null;
  bodyId: string | null;
}

/** A member says what stands in its way; it supports what it raised. */
export async function createConcern(tx: Tx, actor: Actor, input: ConcernInput, today: string): Promise<SheetRef> {
  const { title, text, targets, themes, countries, networkId, bodyId } = input;
  const sheet = await createSheet(tx, actor, {
    kind: 'advocacy', slug: await findFreeSlug(tx, 'advocacy', title), title, summary: text.length > 280 ? `${text.slice(0, 277)}…` : text, body: text, ownerId: networkId, visibility: 'members',
    state: { state: 'raised' }, themes: [...themes], countries: [...countries], links: networkId ? [{ role: 'network', to: networkId }] : [],
  });
  await tx.insertInto('advocacy_items').values({ sheet_id: sheet.id, threshold: defaultThreshold, targets: [...targets] }).execute();
  await tx.insertInto('advocacy_concerns').values({ id: newId(), item_id: sheet.id, body_id: bodyId, account_id: actor.accountId ?? null, text, raised_on: today }).execute();
  if (bodyId) await tx.insertInto('advocacy_supports').values({ item_id: sheet.id, body_id: bodyId, account_id: actor.accountId ?? null, since: today }).execute();
  return sheet;
}

/** In one click, for one's body: twice is once. */
export async function addSupport(tx: Tx, actor: Actor, itemId: string, bodyId: string, today: string): Promise<boolean> {
  const { state } = await lockItem(tx, itemId);
  if (state === 'closed') return false;
  const row = await tx.insertInto('advocacy_supports').values({ item_id: itemId, body_id: bodyId, account_id: actor.accountId ?? null, since: today }).onConflict((oc) => oc.doNothing()).returning('body_id').executeTakeFirst();
  if (row) await recordChange(tx, actor, itemId, 'supported');
  await settleState(tx, actor, itemId);
  return true;
}

export async function withdrawSupport(tx: Tx, actor: Actor, itemId: string, bodyId: string): Promise<boolean> {
  const { state } = await lockItem(tx, itemId);
  if (state === 'closed') return false;
  const row = await tx.deleteFrom('advocacy_supports').where('item_id', '=', itemId).where('body_id', '=', bodyId).returning('body_id').executeTakeFirst();
  if (row) await recordChange(tx, actor, itemId, 'unsupported');
  await settleState(tx, actor, itemId);
  return true;
}

async function settleState(tx: Tx, actor: Actor, itemId: string): Promise<void> {
  const { state, supports, threshold } = await getItem(tx, itemId);
  const next = stateFor(state, supports.length, threshold);
  if (next !== state) await changeSheetState(tx, actor, itemId, { state: next });
}

/** Several concerns become one item: each keeps its words and its author's body; those who supported one support all. */
export async function gatherItems(tx: Tx, actor: Actor, itemId: string, others: readonly string[]): Promise<'gathered' | { refused: 'self' | 'carried' }> {
  await lockItem(tx, itemId);
  const { networkId } = await getItem(tx, itemId);
  for (const other of others) {
    if (other === itemId) return { refused: 'self' };
    await lockItem(tx, other);
    const item = await getItem(tx, other);
    // What was sent has its own story, and another network's is not ours to close.
    if (item.sendings.length > 0 || item.state === 'closed' || (item.networkId !== null && item.networkId !== networkId)) return { refused: 'carried' };
  }
  for (const other of others) {
    await sql`insert into advocacy_supports (item_id, body_id, account_id, since) select ${itemId}, body_id, account_id, since from advocacy_supports where item_id = ${other} on conflict do nothing`.execute(tx);
    await tx.deleteFrom('advocacy_supports').where('item_id', '=', other).execute();
    await tx.updateTable('advocacy_concerns').set({ item_id: itemId }).where('item_id', '=', other).execute();
    await tx.deleteFrom('advocacy_texts').where('item_id', '=', other).execute();
    await mergeSheets(tx, actor, other, itemId);
  }
  await recordChange(tx, actor, itemId, 'gathered');
  await settleState(tx, actor, itemId);
  return 'gathered';
}

/** A new version of what will be sent; former ones stay. */
export async function addText(tx: Tx, actor: Actor, itemId: string, text: string, today: string): Promise<void> {
  const { texts, concerns } = await getItem(tx, itemId);
  await tx.insertInto('advocacy_texts').values({ item_id: itemId, version: (texts[0]?.version ?? 0) + 1, text, author: actor.name, written_on: today }).execute();
  await patchSheet(tx, itemId, { body: [text, ...concerns.map((one) => one.text)].join('\n') });
  await recordChange(tx, actor, itemId, 'written', { texte: [texts[0]?.text ?? null, text] });
}

export interface SendingInput {
  target: Target;
  service: string | null;
  sentOn: string;
  how: Way;
  document: string | null;
}

/** The log of what left: only what enough members support, in a text that was written. */
export async function addSending(tx: Tx, actor: Actor, itemId: string, input: SendingInput): Promise<'sent' | { refused: 'support' | 'text' }> {
  const { state } = await lockItem(tx, itemId);
  const { texts } = await getItem(tx, itemId);
  if (state === 'raised' || state === 'closed') return { refused: 'support' };
  if (!texts[0]) return { refused: 'text' };
  await tx.insertInto('advocacy_sendings').values({ id: newId(), item_id: itemId, target: input.target, service: input.service, sent_on: input.sentOn, how: input.how, author: actor.name, version: texts[0].version, document: input.document }).execute();
  await recordChange(tx, actor, itemId, 'sent', { destinataire: [null, input.target], envoye: [null, input.sentOn] });
  if (state !== 'sent') await changeSheetState(tx, actor, itemId, { state: 'sent' });
  return 'sent';
}

export interface AnswerInput {
  sendingId: string;
  answeredOn: string;
  text: string;
  document: string | null;
}

/** What came back. « Répondu » when nothing that was sent still waits. */
export async function recordAnswer(tx: Tx, actor: Actor, itemId: string, input: AnswerInput): Promise<'answered' | { refused: 'answer-before' }> {
  await lockItem(tx, itemId);
  const sending = await tx.selectFrom('advocacy_sendings').select(sql<string>`sent_on::text`.as('sentOn')).where('id', '=', input.sendingId).where('item_id', '=', itemId).executeTakeFirstOrThrow();
  if (input.answeredOn < sending.sentOn) return { refused: 'answer-before' };
  await tx.updateTable('advocacy_sendings').set({ answered_on: input.answeredOn, answer: input.text, answer_document: input.document }).where('id', '=', input.sendingId).execute();
  await recordChange(tx, actor, itemId, 'answered', { reponse: [null, input.text] });
  if ((await listSendings(tx, itemId)).every(({ answeredOn }) => answeredOn !== null)) await changeSheetState(tx, actor, itemId, { state: 'answered' });
  return 'answered';
}

export async function closeItem(tx: Tx, actor: Actor, itemId: string, reason: string): Promise<void> {
  await changeSheetState(tx, actor, itemId, { state: 'closed', reason });
}

/** Everybody reads it, with the bodies that support it. */
export async function publishItem(tx: Tx, actor: Actor, itemId: string): Promise<void> {
  await patchSheet(tx, itemId, { visibility: 'public' });
  await recordChange(tx, actor, itemId, 'published');
}

/** The number of members that must support it, while it gathers support. */
export async function updateItem(tx: Tx, actor: Actor, itemId: string, input: { threshold: number; targets: readonly Target[] }): Promise<void> {
  await tx.updateTable('advocacy_items').set({ threshold: input.threshold, targets: [...input.targets] }).where('sheet_id', '=', itemId).execute();
  await settleState(tx, actor, itemId);
}

async function lockItem(tx: Tx, id: string): Promise<{ state: string | null }> {
  return tx.selectFrom('sheets').select('state').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}
