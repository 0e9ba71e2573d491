import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { closeDatabase, openDatabase, sql, type Connection, type Db } from '~/platform/db/index.ts';
import { migrate } from '~/platform/db/migrate.ts';
import { startEmbedded } from '~/platform/embedded/index.ts';
import { clearAbandoned, copyFromCache, hashWorld, saveToCache } from './cache.ts';

export type Template = 'empty' | 'world';

export interface TestServer {
  /** The shared world, read-only. */
  world(): Promise<Connection>;
  /** A database of one's own, from a template. */
  create(template: Template): Promise<Connection>;
  drop(database: string): Promise<void>;
  stop(): Promise<void>;
}

interface Running {
  connection: Connection;
  /** `whole`: the world was loaded, and is worth keeping. */
  stop(whole: boolean): Promise<void>;
}

const quiet = { info() {}, warn() {} };

export async function startServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  return given ? manage({ connection: { connectionString: given }, stop: async () => {} }) : startOwn();
}

async function startOwn(): Promise<TestServer> {
  await clearAbandoned();
  const dataDir = mkdtempSync(path.join(tmpdir(), `jumelles-tests-${process.pid}-`));
  const hash = hashWorld();
  const cached = await copyFromCache(hash, dataDir);
  const { connection, stop } = await startEmbedded({ dataDir, log: quiet, fsync: false });
  return manage({
    connection,
    async stop(whole) {
      await stop();
      if (whole && !cached) await saveToCache(hash, dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  });
}

function manage({ connection, stop }: Running): TestServer {
  const mark = `jumelles_test_${hashWorld()}`;
  const made = new Set<string>();
  let world: Promise<Connection> | undefined;
  let whole = false;

  const prepareEmpty = once(() => prepareTemplate(connection, `${mark}_empty`, undefined, async (db) => void (await migrate(db))));
  const prepareWorld = once(async () => {
    await prepareEmpty();
    await prepareTemplate(connection, `${mark}_world`, `${mark}_empty`, loadEverything);
    await dropOldTemplates(connection);
    whole = true;
  });
  const pending = new Set<Promise<unknown>>();
  const create = (template: Template) => {
    const creating = createFrom(template);
    pending.add(creating);
    return creating;
  };
  const createFrom = async (template: Template) => {
    await (template === 'empty' ? prepareEmpty() : prepareWorld());
    const name = `jumelles_run_${process.pid}_${made.size + 1}`;
    made.add(name);
    // otherwise a copy of 200 MB goes through the write-ahead log
    await query(connection, `create database ${name} template ${mark}_${template} strategy file_copy`);
    return at(connection, name);
  };
  const drop = async (name: string) => void (await query(connection, `drop database if exists ${name} with (force)`));
  return {
    create,
    drop,
    world: () =>
      (world ??= create('world').then(async (shared) => {
        await query(connection, `alter database ${shared.database} set default_transaction_read_only = on`);
        return shared;
      })),
    async stop() {
      // A run that is cut short still ends what it began.
      await Promise.allSettled(pending);
      for (const name of made) await drop(name);
      await stop(whole);
    },
  };
}

/** Made under another name, renamed when it is complete. */
async function prepareTemplate(connection: Connection, name: string, from: string | undefined, fill: (db: Db) => Promise<void>): Promise<void> {
  if (await query(connection, `select 1 from pg_database where datname = '${name}'`)) return;
  const loading = `jumelles_loading_${process.pid}`;
  await query(connection, `drop database if exists ${loading} with (force)`);
  // As the embedded database: French sorting, and letters as UTF-8 knows them.
  const source = from ? `template ${from} strategy file_copy` : `template template0 encoding 'UTF8' locale_provider icu icu_locale 'fr' locale 'C.UTF-8'`;
  await query(connection, `create database ${loading} ${source}`);
  const db = openDatabase({ ...at(connection, loading), max: 4 });
  // A Kysely that asked nothing yet does not close its pool, and migrations ask the pool itself.
  await sql`select 1`.execute(db);
  await fill(db).finally(() => closeDatabase(db));
  await query(at(connection, loading), 'vacuum analyze');
  await query(connection, `alter database ${loading} rename to ${name}`);
}

/** A server that is kept between runs keeps the templates of the newest two states of the sources. */
async function dropOldTemplates(connection: Connection): Promise<void> {
  const { rows } = await ask<{ datname: string }>(connection, `select datname from pg_database where datname like 'jumelles\\_test\\_%' order by oid desc offset 4`);
  for (const { datname } of rows) await query(connection, `drop database if exists ${datname}`).catch(() => {});
}

async function loadEverything(db: Db): Promise<void> {
  const started = Date.now();
  console.log('Chargement du monde de test : collectivités et démonstration (gardé pour les prochaines fois)…');
  const { loadWorld } = await import('~/world.ts');
  await loadWorld(db, { demo: true, progress: () => {} });
  console.log(`Monde de test chargé en ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}


function at(connection: Connection, database: string): Connection {
  if (!connection.connectionString) return { ...connection, database };
  const url = new URL(connection.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href, database };
}

async function query(connection: Connection, text: string): Promise<number> {
  return (await ask(connection, text)).rowCount ?? 0;
}

async function ask<Row extends pg.QueryResultRow>(connection: Connection, text: string): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client(connection);
  await client.connect();
  return client.query<Row>(text).finally(() => client.end());
}
