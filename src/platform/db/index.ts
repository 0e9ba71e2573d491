import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './types.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;
/** Reads are the same in and out of a transaction. */
export type Read = Kysely<DB>;
export type { DB };
export { sql };

export interface Connection {
  connectionString?: string;
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
  max?: number;
}

// Dates and times stay text: Temporal reads them where they are needed. int8 counts fit a number here.
for (const oid of [1082, 1114, 1184]) pg.types.setTypeParser(oid, (text) => text);
pg.types.setTypeParser(20, Number);

const pools = new WeakMap<object, pg.Pool>();

export function openDatabase(connection: Connection): Db {
  const pool = new pg.Pool({ max: 10, ...connection });
  // A server that goes away closes idle connections: the next query says so, the process lives on.
  pool.on('error', () => {});
  // Under a session in use it fails the query; without a listener it would also end this process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  pools.set(db, pool);
  return db;
}

/** The pool behind a database: for COPY, LISTEN and the job queue. */
export function poolOf(db: Db): pg.Pool {
  const pool = pools.get(db);
  if (!pool) throw new Error('This database was not opened by openDatabase');
  return pool;
}

export async function closeDatabase(db: Db): Promise<void> {
  const pool = poolOf(db);
  await db.destroy();
  // A Kysely that never ran a query does not know its pool yet.
  if (!pool.ended) await pool.end();
}

/** UUIDv7: sorted by time, so that an index grows at its end. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let at = 5; at >= 0; at--) {
    bytes[at] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return Buffer.from(bytes).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** For ids that come from an address or a form: PostgreSQL refuses any other text as a failure, not as an answer. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
