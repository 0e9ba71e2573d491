import { sql, type Db } from '~/platform/db/index.ts';
import { startListener } from '~/platform/db/listener.ts';
import { findInstance } from '~/platform/instance.ts';
import type { Log } from '~/platform/log.ts';
import { describeFailure, openTransport, type Letter, type MailSettings, type Transport } from './transport.ts';

export interface MailerContext {
  db: Db;
  log: Log;
  settings: MailSettings;
  /** Between two looks when nothing wakes it, milliseconds. */
  everyMs?: number;
}

/** Minutes before each new attempt: more than four days in all, then it is given up. */
export const delays = [1, 5, 15, 60, 240, 480, 1440, 1440, 1440, 1440] as const;

/** Sends what waits, as soon as it is committed. Any number of nodes may run one: a mail belongs to who locks it. */
export function startMailer({ db, log, settings, everyMs = 15_000 }: MailerContext): { stop(): Promise<void> } {
  const transport = openTransport(settings);
  const listener = startListener(db, { channel: 'mails', name: 'mailer', work: () => sendNext(db, transport, settings.instanceName, log), everyMs, log });
  return {
    async stop() {
      await listener.stop();
      transport.close();
    },
  };
}

/**
 * One mail, locked while it is sent. A crash between the server's yes and the commit sends it again, under the same
 * Message-ID: at least once, never none.
 */
async function sendNext(db: Db, transport: Transport, name: string, log: Log): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const mail = await tx
      .selectFrom('mails')
      .select(['id', 'recipient', 'kind', 'subject', 'text', 'html', 'headers', 'attempts'])
      .where('sent_at', 'is', null)
      .where('failed', 'is', null)
      .where('due_at', '<=', sql<string>`now()`)
      // somebody waits before their screen for these
      .orderBy(sql`kind = 'sign-in'`, 'desc')
      .orderBy('due_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!mail) return false;
    try {
      const from = (await findInstance(tx, name)).name;
      await transport.send({ ...mail, from, headers: mail.headers as Letter['headers'] });
      await tx.updateTable('mails').set({ sent_at: sql`now()`, attempts: mail.attempts + 1 }).where('id', '=', mail.id).execute();
    } catch (error) {
      const { reason, forGood } = describeFailure(error);
      const minutes = delays[mail.attempts];
      const over = forGood || minutes === undefined;
      await tx
        .updateTable('mails')
        .set({ attempts: mail.attempts + 1, ...(over ? { failed: reason } : { due_at: sql`now() + ${`${minutes} minutes`}::interval` }) })
        .where('id', '=', mail.id)
        .execute();
      log.warn({ kind: mail.kind, attempts: mail.attempts + 1, reason, over }, 'mail');
    }
    return true;
  });
}
