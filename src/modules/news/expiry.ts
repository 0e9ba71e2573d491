import type { Queue } from '~/platform/jobs/index.ts';
import { expire } from './commands.ts';

/** Each night: what has had its day leaves the front. One transaction each: a kill in the middle loses nothing. */
export const expiries: Queue = {
  name: 'news.expiries',
  cron: '15 0 * * *',
  async work(_data, { db, now }) {
    const today = Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
    for (const [kind, table] of [['news', 'news'], ['job', 'jobs_offered']] as const) {
      const over = await db.selectFrom(table).innerJoin('sheets', 'sheets.id', 'sheet_id').select('sheet_id')
        .where('expires_on', '<', today).where('state', '=', 'published').where('merged_into', 'is', null).orderBy('expires_on').execute();
      for (const { sheet_id: id } of over) await db.transaction().execute((tx) => expire(tx, kind, id, today));
    }
  },
};
