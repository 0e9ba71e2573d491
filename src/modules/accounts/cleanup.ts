import { sql, type Db } from '~/platform/db/index.ts';
import type { Queue } from '~/platform/jobs/index.ts';

/** What is over serves nobody: links and challenges an hour later, attempts once counted, sessions at their end. */
export async function removeExpired(db: Db): Promise<void> {
  const hourAgo = sql<string>`now() - interval '1 hour'`;
  await db.deleteFrom('sign_in_links').where('expires_at', '<', hourAgo).execute();
  await db.deleteFrom('challenges').where('expires_at', '<', hourAgo).execute();
  await db.deleteFrom('attempts').where('until', '<', sql<string>`now()`).execute();
  await db.deleteFrom('sessions').where('expires_at', '<', sql<string>`now()`).execute();
}

export const cleanup: Queue = { name: 'accounts.cleanup', cron: '17 * * * *', work: async (_data, { db }) => removeExpired(db) };
