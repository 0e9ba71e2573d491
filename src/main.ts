import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from '~/app.tsx';
import { modules } from '~/modules.ts';
import { closeDatabase, openDatabase, type Connection, type Db } from '~/platform/db/index.ts';
import { migrate } from '~/platform/db/migrate.ts';
import { startEmbedded } from '~/platform/embedded/index.ts';
import { checkDatabase } from '~/platform/external-database.ts';
import { startMailer, startReceiver, type Inbox } from '~/platform/mail/index.ts';
import { startWorker } from '~/platform/jobs/index.ts';
import { createLog, type Log } from '~/platform/log.ts';
import { StartRefusal } from '~/platform/refusal.ts';
import { listen } from '~/platform/server/listen.ts';
import { createProgress } from '~/platform/server/progress.ts';
import { readSettings, type Settings } from '~/platform/settings.ts';
import { openCatalogue } from '~/sheets/ask/index.ts';
import { loadWorld } from '~/world.ts';

/** What is running, in the order in which it stops: accepted requests are finished first, the database goes last. */
const running: Record<'listener' | 'receiver' | 'mailer' | 'worker' | 'replica' | 'database' | 'embedded', (() => Promise<unknown>) | undefined> = {
  listener: undefined,
  receiver: undefined,
  mailer: undefined,
  worker: undefined,
  replica: undefined,
  database: undefined,
  embedded: undefined,
};
let stopping: Promise<void> | undefined;

async function start(): Promise<void> {
  // what the environment says wins over the file
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);
  const listener = await listen(settings.port, settings.host);
  running.listener = listener.close;
  const max = settings.databaseConnections;
  const db = openDatabase({ ...(await findDatabase(settings, log)), max });
  running.database = () => closeDatabase(db);
  await migrate(db);
  await loadWorld(db, { demo: settings.demo, progress: createProgress() });
  const replica = settings.replicaUrl ? await openReplica(settings.replicaUrl, max) : undefined;
  const app = await createApp({ db, ...(replica ? { replica } : {}), settings, log });
  listener.open(app.fetch);
  console.log(`Jumelles est prêt : ${settings.publicUrl ?? `http://localhost:${listener.port}`}`);
  // read while nobody waits for it; the first question reads it otherwise
  void openCatalogue(replica ?? db).catch(() => {});
  const worker = startWorker(db, log, {
    settings,
    origin: settings.publicUrl ?? `http://localhost:${listener.port}`,
    queues: modules.flatMap((module) => module.queues ?? []),
    subscribers: modules.flatMap((module) => module.subscribers ?? []),
  });
  running.worker = async () => (await worker).stop();
  const { context } = await worker;
  if (stopping) return;
  running.mailer = startMailer({ db, log, settings }).stop;
  if (settings.replies) {
    const inboxes = modules.map((module) => module.inbox).filter((inbox): inbox is Inbox => inbox !== undefined);
    running.receiver = (await startReceiver({ ...settings.replies, host: settings.host, inboxes, context })).stop;
  }
}

async function findDatabase(settings: Settings, log: Log): Promise<Connection> {
  if (settings.databaseUrl) {
    await checkDatabase(settings.databaseUrl);
    return { connectionString: settings.databaseUrl };
  }
  const embedded = startEmbedded({
    dataDir: settings.dataDir,
    log,
    onFirstStart: () => console.log(`Préparation de la base de données dans ${settings.dataDir}…`),
  });
  running.embedded = async () => (await embedded.catch(() => undefined))?.stop();
  return (await embedded).connection;
}

async function openReplica(url: string, max: number): Promise<Db> {
  await checkDatabase(url, 'DATABASE_REPLICA_URL');
  const replica = openDatabase({ connectionString: url, max });
  running.replica = () => closeDatabase(replica);
  return replica;
}

const patienceMs = { listener: 25_000, receiver: 8_000, mailer: 12_000, worker: 12_000, replica: 3_000, database: 3_000, embedded: 60_000 };

function stop(): Promise<void> {
  return (stopping ??= (async () => {
    for (const [name, end] of Object.entries(running) as [keyof typeof running, () => Promise<unknown>][]) {
      await Promise.race([end?.(), wait(patienceMs[name], undefined, { ref: false })]).catch(() => {});
    }
  })());
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => void stop().then(() => process.exit(0)));
}

try {
  await start();
} catch (error) {
  // A start cut short by a signal fails on what was closed under it: that is no news.
  if (!stopping) {
    console.error(error instanceof StartRefusal ? error.message : error);
    await stop();
    process.exit(1);
  }
}
