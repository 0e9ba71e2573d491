import type { PoolClient } from 'pg';
import { poolOf, sql, type Db } from '~/platform/db/index.ts';
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
  let stopped = false;
  let waiting = false;
  let underWay: Promise<void> | undefined;
  let listening: PoolClient | undefined;
  const wake = (): void => {
    waiting = true;
    if (stopped) return;
    underWay ??= (async () => {
      while (waiting && !stopped) {
        waiting = false;
        while (!stopped && (await sendNext(db, transport, log)));
      }
    })()
      .catch((error: Error) => log.warn({ err: error }, 'mailer'))
      .finally(() => {
        underWay = undefined;
        if (waiting) wake();
      });
  };
  const listen = async () => {
    if (listening || stopped) return;
    const client = await poolOf(db).connect();
    if (stopped) return client.release(true);
    listening = client;
    client.on('notification', wake);
    client.once('error', () => {
      listening = undefined;
      client.release(true);
    });
    await client.query('listen mails');
    wake();
  };
  // Also what is due again, and what came while the server was away.
  const look = () => {
    void listen().catch(() => {});
    wake();
  };
  const timer = setInterval(look, everyMs);
  look();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
      listening?.release(true);
      listening = undefined;
      transport.close();
    },
  };
}

/**
 * One mail, locked while it is sent. A crash between the server's yes and the commit sends it again, under the same
 * Message-ID: at least once, never none.
 */
async function sendNext(db: Db, transport: Transport, log: Log): Promise<boolean> {
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
      await transport.send({ ...mail, headers: mail.headers as Letter['headers'] });
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
