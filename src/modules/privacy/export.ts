import type { Subscriber, Queue, WorkContext } from '~/platform/jobs/index.ts';
import { listPersonal } from '~/sheets/index.ts';
import { writeReadable, type Exported } from './readable.ts';

const name = 'privacy.export';

/** Begins the export in the transaction that tells of it: a crash loses none. */
export const tellExport: Subscriber = async (tx, event, context) => {
  if (event.name === 'data.export_asked' && event.accountId) await context.enqueue(tx, name, { accountId: event.accountId });
};

/** Reads each module's part, one after the other, and says how far it is. Begun again, it starts over and changes nothing else. */
export async function workExport({ accountId }: { accountId?: string }, { db, now }: WorkContext): Promise<void> {
  const waiting = await db.selectFrom('data_exports').select('id').where('account_id', '=', accountId ?? '').where('finished_at', 'is', null).execute();
  for (const { id } of waiting) {
    const parts = listPersonal();
    await db.updateTable('data_exports').set({ steps: parts.length, done: 0, failed: false }).where('id', '=', id).execute();
    try {
      const read: Exported[] = [];
      for (const [index, { module, what, why, seenBy, kept, read: readPart }] of parts.entries()) {
        const data = await readPart?.(db, accountId!);
        if (data !== undefined && data !== null) read.push({ module, what, why, seenBy, kept, data });
        await db.updateTable('data_exports').set({ done: index + 1 }).where('id', '=', id).execute();
      }
      const made = new Date(now()).toISOString();
      await db
        .updateTable('data_exports')
        .set({ data: JSON.stringify({ made, parts: read }, null, 2), readable: writeReadable(read, made), finished_at: made })
        .where('id', '=', id)
        .execute();
    } catch (error) {
      await db.updateTable('data_exports').set({ failed: true }).where('id', '=', id).execute();
      throw error;
    }
  }
}

export const exportQueue: Queue = { name, work: workExport };
