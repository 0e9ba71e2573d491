import { newId, sql, type Read, type Tx } from '~/platform/db/index.ts';
import { instance, type Actor } from '~/platform/events/index.ts';
import { openConversation } from '~/modules/discussions/index.ts';
import { changeSheetState, type EditRefusal, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { isOpen } from './rules.ts';

/** Beyond, nobody knows any more who answers. */
const mostReceivers = 10;

export interface Answer {
  id: string;
  /** A function, never a name. */
  author: string;
  body: { kind: string; slug: string; title: string } | null;
  message: string;
  /** ISO day. */
  on: string;
  /** When this reader is in the conversation. */
  conversationId: string | null;
  /** The request that it became, once sorted or about to be. */
  requestId: string | null;
}

/** A private conversation opens between whoever answers and whoever wrote the listing, and the listing is « en contact ». */
export async function answerListing(tx: Tx, actor: Actor & { accountId: string }, id: string, message: string, { today, now }: { today: string; now: number }): Promise<{ conversationId: string } | EditRefusal> {
  const sheet = await tx.selectFrom('sheets').innerJoin('listings', 'listings.sheet_id', 'sheets.id')
    .select(['sheets.title', 'sheets.state', 'sheets.owner_id', 'listings.account_id', 'listings.expires_on']).where('sheets.id', '=', id).forUpdate('sheets').executeTakeFirstOrThrow();
  if (!isOpen({ state: sheet.state, expiresOn: sheet.expires_on }, today)) return { refused: 'closed' };
  const receivers = (await listReceivers(tx, sheet.owner_id, sheet.account_id)).filter((one) => one !== actor.accountId);
  if (!receivers.length) return { refused: 'nobody' };
  const answered = await tx.selectFrom('listing_answers').select('id').where('listing_id', '=', id).where('account_id', '=', actor.accountId).executeTakeFirst();
  if (answered) return { refused: 'answered' };
  const conversationId = await openConversation(tx, actor, { about: id, title: sheet.title, accounts: receivers, text: message });
  await tx.insertInto('listing_answers').values({
    id: newId(), listing_id: id, account_id: actor.accountId, body_id: actor.onBehalfOf ?? null, author: actor.name, message, conversation_id: conversationId, received_by: receivers, answered_at: new Date(now).toISOString(),
  }).execute();
  // Everybody reads this event: it does not say who answered.
  if (sheet.state === 'published') await changeSheetState(tx, instance, id, { state: 'contact', at: { value: today, precision: 'day' } });
  return { conversationId };
}

/** Whoever wrote it, as long as they act for the body; otherwise those who do. */
async function listReceivers(db: Read, bodyId: string | null, authorId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from mandates m join accounts a on a.id = m.account_id and a.closed_at is null
    where m.body_id = ${bodyId}::uuid and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date) limit ${mostReceivers}`.execute(db);
  const ids = rows.map((row) => row.id);
  return authorId && ids.includes(authorId) ? [authorId] : ids;
}

/** Those that the owner's people read; for anybody else, their own. */
export async function listAnswers(db: Read, reader: Reader, listing: Pick<SheetSummary, 'id'>, all: boolean): Promise<Answer[]> {
  const account = reader.account?.id;
  if (!account) return [];
  const { rows } = await sql<{ id: string; author: string; kind: string | null; slug: string; title: string; message: string; day: string; conversation: string | null; request: string | null }>`
    select n.id, n.author, b.kind, b.slug, b.title, n.message, to_char(n.answered_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day,
      case when n.account_id = ${account}::uuid or ${account}::uuid = any(n.received_by) then n.conversation_id end as conversation, q.id as request
    from listing_answers n left join sheets b on b.id = n.body_id left join incoming_requests q on q.answer_id = n.id
    where n.listing_id = ${listing.id} and (${all} or n.account_id = ${account}::uuid) order by n.answered_at, n.id limit 200`.execute(db);
  return rows.map((row) => ({
    id: row.id, author: row.author, body: row.kind ? { kind: row.kind, slug: row.slug, title: row.title } : null, message: row.message, on: row.day,
    conversationId: row.conversation, requestId: all ? row.request : null,
  }));
}
