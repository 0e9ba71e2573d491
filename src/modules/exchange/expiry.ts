import type { Queue, WorkContext } from '~/platform/jobs/index.ts';
import { instance } from '~/platform/events/index.ts';
import { sql } from '~/platform/db/index.ts';
import { sheetHref, tellAccounts } from '~/sheets/index.ts';
import { expireListing } from './commands.ts';
import { reminderDays } from './rules.ts';

/** Each night: what ends is marked so, and its owner is told two weeks before. Each listing in a transaction of its own. */
export const expiries: Queue = { name: 'exchange.expiries', cron: '10 0 * * *', work: (_data, context) => expire(context) };

async function expire(context: WorkContext): Promise<void> {
  const today = Temporal.Instant.fromEpochMilliseconds(context.now()).toZonedDateTimeISO('Europe/Paris').toPlainDate();
  const over = await context.db.selectFrom('listings').innerJoin('sheets', 'sheets.id', 'sheet_id').select('sheet_id')
    .where('expires_on', '<', today.toString()).where('state', 'in', ['published', 'contact']).where('merged_into', 'is', null).orderBy('expires_on').execute();
  for (const { sheet_id: id } of over) await context.db.transaction().execute((tx) => expireListing(tx, id, today.toString()));
  await remind(context, today.toString(), today.add({ days: reminderDays }).toString());
}

/** In the news of whoever wrote it: the mail follows the rhythm that they chose. */
async function remind({ db }: WorkContext, today: string, until: string): Promise<void> {
  const { rows } = await sql<{ id: string; slug: string; title: string; account: string }>`
    select s.id, s.slug, s.title, l.account_id as account from listings l join sheets s on s.id = l.sheet_id
    where l.expires_on between ${today}::date and ${until}::date and l.reminded_on is null and s.state in ('published', 'contact') and s.merged_into is null and l.account_id is not null
      and exists (select 1 from mandates m where m.account_id = l.account_id and m.body_id = s.owner_id and m.ended_at is null and (m.until is null or m.until >= ${today}::date))`.execute(db);
  for (const { id, slug, title, account } of rows)
    await db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx.updateTable('listings').set({ reminded_on: today }).where('sheet_id', '=', id).where('reminded_on', 'is', null).executeTakeFirstOrThrow();
      if (numUpdatedRows) await tellAccounts(tx, { name: 'listing.ending', sheetId: id, actor: instance }, { accounts: [account], path: sheetHref('listing', slug), label: title, quiet: true });
    });
}
