import { afterAll, inject } from 'vitest';
import { closeDatabase, openDatabase, type Connection, type Db } from '~/platform/db/index.ts';

/** Asks the run's host (host.ts) for something that all test files share. */
export async function askHost<T>(what: string): Promise<T> {
  const response = await fetch(`${inject('host')}/${what}`);
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error((answer as Error).message), { stack: (answer as Error).stack });
  return answer as T;
}

function open(connection: Connection): Db {
  const db = openDatabase({ ...connection, max: 4 });
  afterAll(() => closeDatabase(db));
  return db;
}

/** The whole demonstration world, shared by all test files and read-only. Call it at the top of a file or in `beforeAll`. */
export async function useWorld(): Promise<Db> {
  return open(await askHost<Connection>('world'));
}

/** A database of this file's own, where it may write: with the world, or migrated and empty. */
export async function freshDatabase(template: 'world' | 'empty' = 'world'): Promise<Db> {
  return open(await freshConnection(template));
}

/** The same, for a process started by the test. */
export async function freshConnection(template: 'world' | 'empty' = 'world'): Promise<Connection> {
  const connection = await askHost<Connection>(`fresh/${template}`);
  afterAll(() => askHost(`drop/${connection.database}`));
  return connection;
}
