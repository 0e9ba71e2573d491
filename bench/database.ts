import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openDatabase, type Connection, type Db } from '~/platform/db/index.ts';
import { startEmbedded } from '~/platform/embedded/index.ts';

/** Where the benchmark's own data is: a new folder, or a new database of the server in DATABASE_URL. */
export interface Place {
  name: string;
  /** What the application is told. */
  env: Record<string, string>;
  open(): Promise<{ db: Db; close(): Promise<void> }>;
  remove(): Promise<void>;
}

const quiet = { info() {}, warn() {} };

export async function makePlace(): Promise<Place> {
  const given = process.env.DATABASE_URL;
  return given ? onServer(given) : embedded();
}

function embedded(): Place {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jumelles-bench-'));
  return {
    name: 'PostgreSQL embarqué',
    env: { DATA_DIR: dataDir, DATABASE_URL: '', DEMO: '1' },
    async open() {
      const server = await startEmbedded({ dataDir, log: quiet });
      const db = openDatabase(server.connection as Connection);
      return { db, close: async () => (await db.destroy(), server.stop()) };
    },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function onServer(url: string): Promise<Place> {
  const name = `jumelles_bench_${process.pid}`;
  const run = async (text: string) => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await run(`create database ${name} template template0 encoding 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    name: `PostgreSQL de ${own.hostname}`,
    env: { DATABASE_URL: own.href, DEMO: '1' },
    async open() {
      const db = openDatabase({ connectionString: own.href });
      return { db, close: () => db.destroy() };
    },
    remove: () => run(`drop database if exists ${name} with (force)`),
  };
}
