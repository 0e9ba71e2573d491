import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { findInstance, updateInstance } from '~/platform/instance.ts';
import { changeSheetState, createSheet, findFreeSlug, patchSheet, recordChange, tellAccounts, type SheetRef, type Visibility } from '~/sheets/index.ts';
import { buildResult } from './counting.ts';
import { countElectors, listElectors } from './electorate.ts';
import { paths } from './paths.ts';
import { getPoll, listBallots } from './queries.ts';
import type { Electorate, Method, Poll, Rule, Voters } from './types.ts';

export interface PollInput {
  title: string;
  summary: string | null;
  nature?: Poll['nature'];
  method: Method;
  rule?: Rule | null;
  most?: number | null;
  other?: boolean;
  options: readonly string[];
  electorate: Electorate;
  /** The network, the group or the event; null for the instance. */
  roomId: string | null;
  voters: Voters;
  secret: boolean;
  closesOn?: string | null;
  /** The body that asks. */
  ownerId: string | null;
}

/** A draft: nobody is told, nobody votes, until it is opened. */
export async function createPoll(tx: Tx, actor: Actor, input: PollInput): Promise<SheetRef> {
  const sheet = await createSheet(tx, actor, {
    kind: 'poll', slug: await findFreeSlug(tx, 'poll', input.title), title: input.title, summary: input.summary, ownerId: input.ownerId,
    type: input.method, visibility: 'draft', state: { state: 'draft' }, body: input.options.join(' '),
    links: input.roomId ? [{ role: 'about', to: input.roomId }] : [],
  });
  await tx.insertInto('polls').values({ sheet_id: sheet.id, ...rowOf(input) }).execute();
  await addOptions(tx, sheet.id, input.options);
  return sheet;
}

/** As long as it is a draft, all of it may change. */
export async function updateDraft(tx: Tx, actor: Actor, id: string, input: Omit<PollInput, 'summary' | 'ownerId'>): Promise<void> {
  await tx.updateTable('polls').set(rowOf(input)).where('sheet_id', '=', id).execute();
  await tx.deleteFrom('poll_options').where('poll_id', '=', id).execute();
  await addOptions(tx, id, input.options);
  await patchSheet(tx, id, { title: input.title, type: input.method, body: input.options.join(' '), links: input.roomId ? [{ role: 'about', to: input.roomId }] : [] });
  await recordChange(tx, actor, id, 'rewritten');
}

function rowOf(input: Omit<PollInput, 'summary' | 'ownerId'>) {
  return {
    nature: input.nature ?? 'question', method: input.method, rule: input.method === 'ranked' ? (input.rule ?? 'borda') : null, most: input.method === 'multiple' ? (input.most ?? null) : null,
    other: input.method !== 'dates' && input.method !== 'ranked' && (input.other ?? false), electorate: input.electorate, room_id: input.roomId, voters: input.voters, secret: input.secret, closes_on: input.closesOn ?? null,
  };
}

async function addOptions(tx: Tx, pollId: string, labels: readonly string[]): Promise<void> {
  await tx.insertInto('poll_options').values(labels.map((label, position) => ({ id: newId(), poll_id: pollId, position, label }))).execute();
}

/** Those who may vote see it and are told. */
export async function openPoll(tx: Tx, actor: Actor, id: string): Promise<'opened' | { refused: 'nobody' | 'past' }> {
  const poll = await lockPoll(tx, id);
  if ((await countElectors(tx, poll)) === 0) return { refused: 'nobody' };
  const { rows } = await sql<{ past: boolean }>`select ${poll.closesOn}::date < current_date as past`.execute(tx);
  if (rows[0]!.past) return { refused: 'past' };
  await patchSheet(tx, id, await audienceOf(tx, poll));
  await tx.updateTable('polls').set({ opened_at: sql`now()` }).where('sheet_id', '=', id).execute();
  await changeSheetState(tx, actor, id, { state: 'open' });
  const accounts = [...new Set((await listElectors(tx, poll)).map(({ accountId }) => accountId))];
  await tellAccounts(tx, { name: 'poll.opened', sheetId: id, actor }, { accounts, path: paths.show.href({ slug: poll.slug }), label: poll.title });
  return 'opened';
}

/** A group sees its own; what is asked of those who come to a meeting is seen as the meeting is; all members see the rest. */
async function audienceOf(tx: Tx, { electorate, roomId }: Poll): Promise<{ visibility: Visibility; sharedWith: string[] }> {
  if (electorate === 'group' && roomId) return { visibility: 'group', sharedWith: [roomId] };
  if (electorate !== 'event' || !roomId) return { visibility: 'members', sharedWith: [] };
  const event = await tx.selectFrom('sheets').select(['visibility', 'shared_with']).where('id', '=', roomId).executeTakeFirstOrThrow();
  return { visibility: event.visibility as Visibility, sharedWith: event.shared_with };
}

/** Counts, once and for all. From then on no ballot changes, and no code opens one. */
export async function closePoll(tx: Tx, actor: Actor, id: string): Promise<'closed' | { refused: 'over' }> {
  const poll = await lockPoll(tx, id);
  if (poll.state !== 'open') return { refused: 'over' };
  const result = buildResult({ ...poll, electors: await countElectors(tx, poll) }, await listBallots(tx, id));
  await tx.updateTable('polls').set({ closed_at: sql`now()`, result: JSON.stringify(result) }).where('sheet_id', '=', id).execute();
  await tx.updateTable('poll_ballots').set({ code_hash: null }).where('poll_id', '=', id).execute();
  await changeSheetState(tx, actor, id, { state: 'closed' });
  return 'closed';
}

/** Everybody reads the result, with a sentence of whoever asked. */
export async function publishPoll(tx: Tx, actor: Actor, id: string, words: string | null): Promise<void> {
  await patchSheet(tx, id, { visibility: 'public', sharedWith: [] });
  await changeSheetState(tx, actor, id, { state: 'published', ...(words ? { reason: words } : {}) });
}

/** The name that members chose becomes the instance's own: every page, feed and mail reads it there. */
export async function acceptName(tx: Tx, actor: Actor, id: string, name: string): Promise<void> {
  const before = await findInstance(tx);
  await updateInstance(tx, actor, before, { ...before, name, shortName: null });
  await changeSheetState(tx, actor, id, { state: 'adopted', reason: name });
}

/** One at a time: two ballots, a ballot and the closing. */
export async function lockPoll(tx: Tx, id: string): Promise<Poll> {
  await tx.selectFrom('sheets').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return getPoll(tx, id);
}
