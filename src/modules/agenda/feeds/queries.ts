import type { Read } from '~/platform/db/index.ts';

export interface FeedListed {
  id: string;
  question: string;
  createdAt: string;
  readOn: string | null;
}

export async function listFeeds(db: Read, accountId: string): Promise<FeedListed[]> {
  const rows = await db.selectFrom('agenda_feeds').select(['id', 'question', 'created_at', 'read_on']).where('account_id', '=', accountId).orderBy('created_at').execute();
  return rows.map((row) => ({ id: row.id, question: row.question, createdAt: String(row.created_at), readOn: row.read_on === null ? null : String(row.read_on) }));
}
