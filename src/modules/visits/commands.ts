import { newId, type Read, type Tx } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import type { Actor } from '~/platform/events/index.ts';
import { listAccountsOf } from '~/modules/accounts/index.ts';
import { conversationHref, openConversation } from '~/modules/discussions/index.ts';
import { changeSheetState, createSheet, recordChange, tellAccounts, toDate, type EditRefusal, type SheetInput, type SheetRef } from '~/sheets/index.ts';
import { paths } from './paths.ts';
import { isJoinable, mayCancel, type VisitState, type VisitType } from './rules.ts';

export interface VisitInput extends Omit<SheetInput, 'kind' | 'type' | 'state'> {
  type: VisitType;
  state: VisitState;
  people?: string | null;
  places_left?: number | null;
  start?: PartialDate | null;
}

export async function createVisit(tx: Tx, actor: Actor, { state, people, places_left, ...sheet }: VisitInput): Promise<SheetRef> {
  const made = await createSheet(tx, actor, { ...sheet, kind: 'visit', state: { state } });
  await tx.insertInto('visits').values({ sheet_id: made.id, people: people ?? null, places: places_left ?? null }).execute();
  return made;
}

/** Those who speak for a body: agents and elected officials first, whoever else otherwise. */
export async function listSpeakers(tx: Read, bodyId: string): Promise<string[]> {
  const all = await listAccountsOf(tx, bodyId);
  const agents = all.filter(({ role }) => role === 'agent' || role === 'elected');
  return [...new Set((agents.length ? agents : all).map(({ id }) => id))];
}

/** R098: the host's people are told, by name of nobody. */
export async function tellBody(tx: Tx, actor: Actor, what: string, sheet: SheetRef & { title: string }, bodyId: string): Promise<void> {
  await tellAccounts(tx, { name: `visit.${what}`, sheetId: sheet.id, actor }, { accounts: await listSpeakers(tx, bodyId), path: paths.show.href({ slug: sheet.slug }), label: sheet.title });
}

/** The host's answer; whoever asked is told, with the reason. */
export async function answerRequest(tx: Tx, actor: Actor, id: string, answer: 'accepted' | 'declined', reason: string | null): Promise<EditRefusal | null> {
  const sheet = await tx.selectFrom('sheets').select(['id', 'kind', 'slug', 'title', 'state']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (sheet.state !== 'requested') return { refused: 'answered', field: 'reponse' };
  if (answer === 'declined' && !reason) return { refused: 'reason', field: 'raison' };
  await changeSheetState(tx, actor, id, { state: answer, ...(reason ? { reason } : {}) });
  const guest = await tx.selectFrom('sheet_links').select('to_id').where('from_id', '=', id).where('role', '=', 'partner').executeTakeFirst();
  if (guest) await tellBody(tx, actor, answer, sheet, guest.to_id);
  return null;
}

/** Whoever asked to be received thinks better of it; the host is told. */
export async function withdrawRequest(tx: Tx, actor: Actor, id: string): Promise<EditRefusal | null> {
  const sheet = await tx.selectFrom('sheets').select(['id', 'kind', 'slug', 'title', 'state', 'owner_id']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (sheet.state !== 'requested') return { refused: 'answered' };
  await changeSheetState(tx, actor, id, { state: 'cancelled' });
  await tellBody(tx, actor, 'withdrawn', sheet, sheet.owner_id!);
  return null;
}

/** Nobody travels for nothing: the delegation, or those who asked to come along, learn that it is off. */
export async function cancelVisit(tx: Tx, actor: Actor, id: string, reason: string): Promise<EditRefusal | null> {
  const sheet = await tx.selectFrom('sheets').select(['slug', 'title', 'state']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (!mayCancel(sheet.state)) return { refused: 'step', field: 'raison' };
  await changeSheetState(tx, actor, id, { state: 'cancelled', reason });
  const guests = await tx.selectFrom('sheet_links').select('to_id as body_id').where('from_id', '=', id).where('role', '=', 'partner').execute();
  const joins = await tx.selectFrom('visit_joins').select(['body_id', 'account_id']).where('visit_id', '=', id).where('state', 'in', ['asked', 'accepted']).execute();
  const accounts = await Promise.all([...guests.map((one) => ({ ...one, account_id: null })), ...joins].map((one) => whoAsked(tx, one)));
  await tellAccounts(tx, { name: 'visit.cancelled', sheetId: id, actor }, { accounts: accounts.flat(), path: paths.show.href({ slug: sheet.slug }), label: sheet.title, quiet: true });
  return null;
}

/** The very person, or, once their account is gone, those who speak for the body. */
async function whoAsked(tx: Tx, { account_id, body_id }: { account_id: string | null; body_id: string }): Promise<string[]> {
  return account_id ? [account_id] : listSpeakers(tx, body_id);
}

/** A member asks to come along: a conversation opens with the people of the body that goes. */
export async function joinVisit(tx: Tx, actor: Actor & { onBehalfOf: string }, visit: { id: string; title: string; ownerId: string }, text: string, today: string): Promise<{ conversation: string } | EditRefusal> {
  const row = await tx.selectFrom('visits').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['type', 'state', 'places', 'start_date', 'start_precision', 'end_date', 'end_precision']).where('sheet_id', '=', visit.id).forUpdate().executeTakeFirstOrThrow();
  if (!isJoinable({ ...row, start: toDate(row.start_date, row.start_precision), end: toDate(row.end_date, row.end_precision) }, today)) return { refused: 'join.closed' };
  if (visit.ownerId === actor.onBehalfOf) return { refused: 'join.own' };
  const known = await tx.selectFrom('visit_joins').select('state').where('visit_id', '=', visit.id).where('body_id', '=', actor.onBehalfOf).executeTakeFirst();
  if (known) return { refused: 'join.asked' };
  const accounts = (await listSpeakers(tx, visit.ownerId)).filter((id) => id !== actor.accountId);
  if (!accounts.length) return { refused: 'join.nobody' };
  const conversation = await openConversation(tx, actor, { about: visit.id, title: visit.title, accounts, text });
  await tx.insertInto('visit_joins').values({ id: newId(), visit_id: visit.id, body_id: actor.onBehalfOf, account_id: actor.accountId ?? null, conversation_id: conversation }).execute();
  return { conversation: conversationHref(conversation) };
}

/** Yes takes one of the places that were left. */
export async function answerJoin(tx: Tx, actor: Actor, visit: { id: string; title: string; slug: string }, joinId: string, answer: 'accepted' | 'declined'): Promise<'answered' | EditRefusal> {
  const join = await tx.updateTable('visit_joins').set({ state: answer, answered_at: new Date().toISOString() })
    .where('id', '=', joinId).where('visit_id', '=', visit.id).where('state', '=', 'asked').returning(['body_id', 'account_id']).executeTakeFirst();
  if (!join) return { refused: 'answered' };
  if (answer === 'accepted') {
    const left = await tx.updateTable('visits').set((eb) => ({ places: eb('places', '-', 1) })).where('sheet_id', '=', visit.id).where('places', '>', 0).returning('places').executeTakeFirst();
    if (left?.places != null) await recordChange(tx, actor, visit.id, 'updated', { places: [String(left.places + 1), String(left.places)] });
  }
  // Which body comes along is theirs to say: the event names the trip only to those who asked.
  await tellAccounts(tx, { name: `visit.join-${answer}`, sheetId: visit.id, actor }, { accounts: await whoAsked(tx, join), path: paths.show.href({ slug: visit.slug }), label: visit.title, quiet: true });
  return 'answered';
}
