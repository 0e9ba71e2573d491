import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { chooseLoopback, chooseSocket, type Address } from './address.ts';
import { isAlive, runAs, type Cluster } from './cluster.ts';
import type { Engine } from './engine.ts';
import { asIdentity, type Identity } from './identity.ts';
import { explainFailure } from './refusals.ts';

export interface Starting {
  address: Address;
  /** Resolves when the server ends, with what it printed. */
  ended: Promise<string>;
}

const tuning = {
  max_connections: '100',
  shared_buffers: '256MB',
  work_mem: '16MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  // Compiling a plan takes longer than most of our queries.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A query text may hold personal data: the journal gets the error alone.
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

export async function spawnServer(engine: Engine, who: Identity, cluster: Cluster, dataDir: string, { durable, before }: { durable: boolean; before?: Address }): Promise<Starting> {
  const address = chooseSocket(who, dataDir) ?? (await chooseLoopback(before));
  const settings: Record<string, string> = {
    ...tuning,
    ...(address.socket
      ? { listen_addresses: '', unix_socket_directories: address.host }
      : { listen_addresses: address.host, unix_socket_directories: '' }),
    port: String(address.port),
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const args = ['-D', cluster.argument, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const journal = await openJournal(cluster.journal);
  const from = (await journal.stat()).size;
  const child = spawn(engine.postgres, args, {
    ...asIdentity(who),
    cwd: cluster.folder,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', journal.fd, journal.fd],
    detached: true,
    windowsHide: true,
  });
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(readFileSync(cluster.journal).subarray(from).toString()));
  });
  await journal.close();
  return { address, ended };
}

const journalLimit = 10_000_000;

async function openJournal(file: string) {
  const size = await stat(file).then((found) => found.size, () => 0);
  return open(file, size > journalLimit ? 'w' : 'a', 0o600);
}

/** The server that holds this folder, if one lives: ours, another process's, or one a killed process left. */
export async function findRunning(cluster: Cluster): Promise<{ pid: number; address: Address } | undefined> {
  const file = path.join(cluster.folder, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid)) return undefined;
  if (!isPostgres(pid)) {
    // The number of a dead server was given to someone else (often after a container restart), which PostgreSQL takes for a lock.
    await rm(file, { force: true });
    return undefined;
  }
  const port = Number(lines[3]);
  const socket = lines[4]?.trim();
  const address = socket ? { host: socket, port, socket: true } : { host: lines[5]?.trim() || '127.0.0.1', port, socket: false };
  return { pid, address };
}

function isPostgres(pid: number): boolean {
  if (process.platform === 'win32') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout?.includes('postgres') ?? false;
  }
}

/** Ends the sessions, writes everything down, and returns when the server is gone. */
export async function stopServer(engine: Engine, who: Identity, cluster: Cluster): Promise<void> {
  const { code, output } = await runAs(who, cluster.folder, engine.pgCtl, ['stop', '-D', cluster.argument, '-m', 'fast', '-w', '-t', '60']);
  if (code !== 0 && (await findRunning(cluster))) {
    throw explainFailure(output, { folder: cluster.folder, uid: who.uid, port: 0, journal: cluster.journal });
  }
}
