import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { createApp } from '~/app.tsx';
import { closeDatabase, openDatabase, type Db } from '~/platform/db/index.ts';
import { startWorker } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { modules } from '~/modules.ts';
import type { TestServer } from '~root/tests/support/server.ts';

export interface Site {
  base: string;
  /** Null when the site is somebody else's. */
  db: Db | null;
  /** Work by the clock, now: `runQueue('freshness.yearly')`. */
  runQueue(name: string, now?: number): Promise<void>;
  close(): Promise<void>;
}

/** The site on a database of its own, with its worker: what one walk writes, no other reads. */
export async function openSite(postgres: TestServer): Promise<Site> {
  const connection = await postgres.create('world');
  const db = openDatabase({ ...connection, max: 6 });
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const app = await createApp({ db, settings: { publicUrl: null, instanceName: 'Jumelles', demo: true, tryable: true }, log });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const queues = modules.flatMap((module) => module.queues ?? []);
  const worker = await startWorker(db, log, { queues, subscribers: modules.flatMap((module) => module.subscribers ?? []), settings: readSettings({}), origin: base });
  return {
    base,
    db,
    async runQueue(name, now) {
      const queue = queues.find((one) => one.name === name);
      if (!queue) throw new Error(`no queue ${name}`);
      await queue.work({}, { ...worker.context, ...(now === undefined ? {} : { now: () => now }) });
    },
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await worker.stop();
      await closeDatabase(db);
      await postgres.drop(connection.database!);
    },
  };
}
