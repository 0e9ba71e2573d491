import { sql, type Db } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { Queue, WorkContext } from '~/platform/jobs/index.ts';
import { commonPaths, tellAccounts } from '~/sheets/index.ts';
import { reminderOf } from '../rules.ts';
import { listHolders } from './commands.ts';

const batch = 200;

interface Due {
  id: string;
  sheet_id: string;
  text: string;
  due: string;
  reminded: number;
  account_id: string | null;
  body_id: string | null;
}

/** Each morning: a week before its date, then on its date, and no more. What is done is left alone. */
export const reminders: Queue = { name: 'minutes.reminders', cron: '30 7 * * *', work: (_data, context) => remind(context) };

async function remind(context: WorkContext): Promise<void> {
  const today = Temporal.Instant.fromEpochMilliseconds(context.now()).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  for (;;) {
    const due = await listDue(context.db, today);
    if (due.length === 0) return;
    for (const one of due) await remindOne(context.db, one, reminderOf(one.due, one.reminded, today));
  }
}

/** The row says that it was told in the transaction that tells: killed anywhere, nobody is told twice. */
async function remindOne(db: Db, { id, sheet_id: sheetId, text, reminded, ...holder }: Due, step: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const taken = await tx.updateTable('minutes_follow_ups').set({ reminded: step }).where('id', '=', id).where('reminded', '=', reminded).where('done_at', 'is', null).returning('id').executeTakeFirst();
    const accounts = taken ? await listHolders(tx, holder) : [];
    if (accounts.length) await tellAccounts(tx, { name: `minutes.reminder-${step}`, sheetId, actor: instance }, { accounts, path: commonPaths.space.href({}), label: text, quiet: true });
  });
}

async function listDue(db: Db, today: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select f.id, f.sheet_id, f.text, f.due::text as due, f.reminded, f.account_id, f.body_id from minutes_follow_ups f
    join minutes m on m.sheet_id = f.sheet_id and m.state = 'published'
    where f.done_at is null and f.kind = 'follow-up' and f.reminded < 2 and (f.due <= ${today}::date or (f.due <= ${today}::date + 7 and f.reminded < 1))
    order by f.due limit ${batch}`.execute(db);
  return rows;
}
