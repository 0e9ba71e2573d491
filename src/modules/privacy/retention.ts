import type { Queue, WorkContext } from '~/platform/jobs/index.ts';
import { listPersonal } from '~/sheets/index.ts';

/** Each night, every module erases what is older than its time. The log says how many, never whose. */
export async function workRetention(_data: object, { db, log, now }: WorkContext): Promise<void> {
  const failures: unknown[] = [];
  for (const { module, tables, expire } of listPersonal()) {
    if (!expire) continue;
    try {
      const erased = await db.transaction().execute((tx) => expire(tx, now()));
      log.info({ module, tables, erased }, 'retention');
    } catch (error) {
      // one that fails keeps none of the others
      failures.push(error);
    }
  }
  if (failures.length) throw new AggregateError(failures, `Retention failed for ${failures.length} parts`);
}

export const retentionQueue: Queue = { name: 'privacy.retention', work: workRetention, cron: '17 3 * * *' };
