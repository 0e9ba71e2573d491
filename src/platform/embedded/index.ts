import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import { isCluster, openCluster, openDataFolder } from './cluster.ts';
import { findEngine } from './engine.ts';
import { chooseIdentity } from './identity.ts';
import { accountFor, returnLease, takeLease, type Lease, type Place } from './lease.ts';
import { stopServer } from './server.ts';

export interface Embedded {
  connection: { host: string; port: number; user: string; password?: string; database: string };
  version: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  log: { info(message: string): void; warn(message: string): void };
  /** False only for data that may be lost, as in tests. */
  fsync?: boolean;
  /** Called once before a database is made, which takes a second or more. */
  onFirstStart?: () => void;
}

const database = 'jumelles';

/** A real PostgreSQL in the data folder, shared by all our processes on that folder; the last one stops it. */
export async function startEmbedded({ dataDir: given, log, fsync = true, onFirstStart }: EmbeddedOptions): Promise<Embedded> {
  const dataDir = path.resolve(given);
  await openDataFolder(dataDir);
  const who = chooseIdentity(path.join(dataDir, 'postgres'));
  const engine = await findEngine(who, dataDir);
  if (!isCluster(dataDir)) onFirstStart?.();
  const cluster = await openCluster(engine, who, dataDir, fsync);
  const place: Place = { engine, who, cluster, dataDir, durable: fsync };
  let lease = await takeLease(place);
  let stopping = false;
  const keepAlive = (held: Lease) =>
    held.client.once('end', () => {
      if (stopping) return;
      log.warn('database.ended');
      takeLease({ ...place, before: lease.address }).then(
        (again) => {
          lease = again;
          keepAlive(again);
          log.info('database.restarted');
        },
        (error: Error) => log.warn(error.message),
      );
    });
  keepAlive(lease);
  await createDatabase(lease);
  const version = (await lease.client.query<{ server_version: string }>('show server_version')).rows[0]!.server_version;
  return {
    connection: { ...accountFor(cluster, lease.address), database },
    version,
    async stop() {
      stopping = true;
      if (!(await returnLease(lease).catch(() => false))) return;
      await stopServer(engine, who, cluster);
      // Empty now, unless the server of a newcomer is already in it.
      if (lease.address.socket) await rmdir(lease.address.host).catch(() => {});
    },
  };
}

async function createDatabase({ client }: Lease): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount) return;
  await client.query(`create database ${database}`).catch((error: { code?: string }) => {
    // Two first starts at once: the other one made it.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}
