import { listAccountsOf } from '~/modules/accounts/index.ts';
import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { tellAccounts } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import { answering } from '../speaking.ts';
import { openTalk } from './conversation.ts';
import { countAsked, findBetween, listReached, type Introduction } from './queries.ts';
import { hasContact, longestSubject, mostOpen, restDays, type Outcome } from './rules.ts';

interface Named {
  id: string;
  title: string;
}

export interface IntroductionInput {
  a: Named;
  b: Named;
  /** `a` asks, and has agreed by asking; otherwise an animator of this network proposes it to both. */
  by: 'a' | { networkId: string };
  subject: string;
}

/** `isNew` is false when one was already open between them: nothing was asked, nobody was told. */
export type Asked = { id: string; isNew: boolean } | { refused: 'contact' | 'long' | 'missing' | 'unreached' | 'resting' | 'many'; field: 'sujet' | 'avec' };

/** Asks, or proposes. Where one is already open between them, that one is the answer. Nobody's name is told. */
export async function createIntroduction(tx: Tx, actor: Actor, { a, b, by, subject }: IntroductionInput): Promise<Asked> {
  if (!subject) return { refused: 'missing', field: 'sujet' };
  if (subject.length > longestSubject) return { refused: 'long', field: 'sujet' };
  if (hasContact(subject)) return { refused: 'contact', field: 'sujet' };
  const [low, high] = [a.id, b.id].sort() as [string, string];
  await sql`select pg_advisory_xact_lock(hashtext(${`introduction ${low} ${high}`}))`.execute(tx);
  const between = await findBetween(tx, a.id, b.id, restDays);
  if (between.open) return { id: between.open, isNew: false };
  if (a.id === b.id || between.resting) return { refused: 'resting', field: 'avec' };
  if ((await listReached(tx, by === 'a' ? [b.id] : [a.id, b.id])).size < (by === 'a' ? 1 : 2)) return { refused: 'unreached', field: 'avec' };
  if (by === 'a' && (await countAsked(tx, a.id)) >= mostOpen) return { refused: 'many', field: 'avec' };
  const id = newId();
  await tx.insertInto('introductions').values({ id, low_id: low, high_id: high, subject, asked_by: by === 'a' ? a.id : null, network_id: by === 'a' ? null : by.networkId }).execute();
  await tx
    .insertInto('introduction_sides')
    .values([
      { introduction_id: id, body_id: a.id, ...(by === 'a' ? { agreed: true, account_id: actor.accountId ?? null, answered_at: sql`now()` } : {}) },
      { introduction_id: id, body_id: b.id },
    ])
    .execute();
  await tellSide(tx, actor, 'introduction', id, b, a.title);
  if (by !== 'a') await tellSide(tx, actor, 'introduction', id, a, b.title);
  return { id, isNew: true };
}

/** Tells those who speak for one side; the label is the other member, never a person. */
async function tellSide(tx: Tx, actor: Actor, what: string, id: string, side: Named, label: string): Promise<void> {
  const accounts = (await listAccountsOf(tx, side.id, answering)).map((one) => one.id);
  await tellAccounts(tx, { name: `matching.${what}`, sheetId: side.id, actor }, { accounts, path: paths.introduction.href({ id }), label });
}

/** Locked, and still open. */
async function isOpen(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('introductions').select('state').where('id', '=', id).forUpdate().executeTakeFirst();
  return row?.state === 'open';
}

/** The yes of one side. The second yes shows the contacts of both and opens their conversation. */
export async function acceptIntroduction(tx: Tx, actor: Actor, { id, me, other, subject }: Introduction): Promise<'waiting' | 'agreed' | null> {
  if (!(await isOpen(tx, id))) return null;
  await tx.updateTable('introduction_sides').set({ agreed: true, account_id: actor.accountId ?? null, answered_at: sql`now()` }).where('introduction_id', '=', id).where('body_id', '=', me).execute();
  const sides = await tx.selectFrom('introduction_sides').innerJoin('sheets', 'sheets.id', 'body_id').select(['body_id as id', 'title', 'agreed', 'account_id as account']).where('introduction_id', '=', id).execute();
  if (sides.some((side) => side.agreed !== true)) {
    await recordEvent(tx, { name: 'matching.accepted', sheetId: me, actor });
    return 'waiting';
  }
  const conversationId = await openTalk(tx, actor, { about: other.id, names: sides.map((side) => side.title), subject, accounts: sides.flatMap((side) => side.account ?? []) });
  await tx.updateTable('introductions').set({ state: 'agreed', settled_at: sql`now()`, conversation_id: conversationId }).where('id', '=', id).execute();
  const mine = sides.find((side) => side.id === me)!;
  await tellSide(tx, actor, 'introduced', id, other, mine.title);
  await tellSide(tx, actor, 'introduced', id, mine, other.title);
  return 'agreed';
}

/** A quiet no: the other side, if it had agreed, is told « pas cette fois », without who or why. */
export async function declineIntroduction(tx: Tx, actor: Actor, { id, me, other }: Introduction): Promise<boolean> {
  if (!(await isOpen(tx, id))) return false;
  await tx.updateTable('introduction_sides').set({ agreed: false, answered_at: sql`now()` }).where('introduction_id', '=', id).where('body_id', '=', me).execute();
  await tx.updateTable('introductions').set({ state: 'declined', settled_at: sql`now()` }).where('id', '=', id).execute();
  const theirs = await tx.selectFrom('introduction_sides').innerJoin('sheets', 'sheets.id', 'body_id').select(['title', 'body_id', 'agreed']).where('introduction_id', '=', id).execute();
  const mine = theirs.find((side) => side.body_id === me)!;
  if (theirs.some((side) => side.body_id === other.id && side.agreed)) await tellSide(tx, { name: actor.name, accountId: actor.accountId }, 'not-this-time', id, other, mine.title);
  else await recordEvent(tx, { name: 'matching.declined', sheetId: me, actor });
  return true;
}

/** Whoever asked takes it back while nobody answered. */
export async function withdrawIntroduction(tx: Tx, actor: Actor, { id, me }: Introduction): Promise<boolean> {
  if (!(await isOpen(tx, id))) return false;
  const row = await tx.updateTable('introductions').set({ state: 'withdrawn', settled_at: sql`now()` }).where('id', '=', id).where('asked_by', '=', me).returning('id').executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'matching.withdrawn', sheetId: me, actor });
  return row !== undefined;
}

/** What came of it, once: an answer given is not asked again. */
export async function recordOutcome(tx: Tx, actor: Actor, { id, me }: Introduction, outcome: Outcome, note: string | null): Promise<boolean> {
  const row = await tx
    .updateTable('introduction_sides')
    .set({ outcome, outcome_note: note, outcome_at: sql`now()` })
    .where('introduction_id', '=', id)
    .where('body_id', '=', me)
    .where('outcome', 'is', null)
    .returning('body_id')
    .executeTakeFirst();
  if (row) await recordEvent(tx, { name: 'matching.outcome-given', sheetId: me, actor });
  return row !== undefined;
}
