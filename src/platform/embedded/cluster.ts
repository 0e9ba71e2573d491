import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, chown, constants, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartRefusal } from '~/platform/refusal.ts';
import type { Engine } from './engine.ts';
import { asIdentity, canReach, type Identity } from './identity.ts';
import { explainFailure, refusals } from './refusals.ts';

export const superuser = 'jumelles';

/** A PostgreSQL data folder and how its server must be told about it. */
export interface Cluster {
  folder: string;
  /** What `-D` says. A lent account may be unable to walk to the folder; its own current directory is always open to it. */
  argument: string;
  password: string;
  journal: string;
}

export async function openDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartRefusal(refusals.folder(dataDir, (error as NodeJS.ErrnoException).code ?? 'EACCES'));
  }
}

export function isCluster(dataDir: string): boolean {
  return existsSync(path.join(dataDir, 'postgres/PG_VERSION'));
}

/** The cluster of a data folder, made if it is not there yet. */
export async function openCluster(engine: Engine, who: Identity, dataDir: string, durable: boolean): Promise<Cluster> {
  const folder = path.join(dataDir, 'postgres');
  const journal = path.join(dataDir, 'postgres.log');
  if (!isCluster(dataDir)) {
    if (existsSync(folder) && (await readdir(folder)).length > 0) throw new StartRefusal(refusals.notACluster(folder));
    await createCluster(engine, who, folder, { journal, durable });
  }
  const found = (await readFile(path.join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (found !== engine.major) throw new StartRefusal(refusals.version(folder, found, engine.major));
  const password = await readFile(path.join(folder, 'jumelles.password'), 'utf8').catch(() => '');
  return { folder, argument: folderArgument(who, folder), password, journal };
}

function folderArgument(who: Identity, folder: string): string {
  return canReach(who, folder) ? folder : '/proc/self/cwd';
}

/** Made beside, then renamed: a killed first start leaves nothing half made, and of two first starts one wins. */
async function createCluster(engine: Engine, who: Identity, folder: string, { journal, durable }: { journal: string; durable: boolean }) {
  await clearAbandoned(folder);
  const beside = `${folder}.new-${process.pid}`;
  const secret = path.join(tmpdir(), `jumelles-${randomBytes(8).toString('hex')}`);
  const password = randomBytes(24).toString('base64url');
  try {
    await mkdir(beside, { mode: 0o700 });
    await writeFile(secret, password, { mode: 0o600 });
    if (who.lent) for (const item of [beside, secret]) await chown(item, who.uid, who.gid);
    await runInitdb(engine, who, beside, { secret, journal, durable });
    await writeFile(path.join(beside, 'jumelles.password'), password, { mode: 0o600 });
    if (who.lent) await chown(path.join(beside, 'jumelles.password'), who.uid, who.gid);
    await rename(beside, folder).catch((error: unknown) => {
      if (!existsSync(path.join(folder, 'PG_VERSION'))) throw error;
    });
    await syncFolder(path.dirname(folder));
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw explainFailure(String((error as Error).message), { folder, uid: who.uid, port: 0, journal });
  } finally {
    await rm(secret, { force: true });
    await rm(beside, { recursive: true, force: true });
  }
}

async function clearAbandoned(folder: string): Promise<void> {
  const prefix = `${path.basename(folder)}.new-`;
  for (const name of await readdir(path.dirname(folder))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      await rm(path.join(path.dirname(folder), name), { recursive: true, force: true });
    }
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

// With the C locale the French parser takes « and ’ for letters; ICU only serves sorting and case.
const localesByPreference = ['C.UTF-8', 'en_US.UTF-8', 'C'];

async function runInitdb(engine: Engine, who: Identity, folder: string, options: { secret: string; journal: string; durable: boolean }) {
  let output = '';
  for (const locale of localesByPreference) {
    const done = await runAs(who, folder, engine.initdb, [
      '-D', folderArgument(who, folder), '-U', superuser, '--encoding=UTF8',
      '--locale-provider=icu', '--icu-locale=fr', `--locale=${locale}`,
      '--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${options.secret}`,
      ...(options.durable ? [] : ['--no-sync']),
    ]);
    if (done.code === 0) return;
    output = done.output;
    if (!/invalid locale/.test(output)) break;
  }
  throw explainFailure(output, { folder, uid: who.uid, port: 0, journal: options.journal });
}

/** Runs one of the engine's commands to its end, from inside the folder, as the account that owns it. */
export function runAs(who: Identity, cwd: string, command: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    // detached: a Ctrl+C in the terminal is for us, we then stop the server in order
    const child = spawn(command, args, { ...asIdentity(who), cwd, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'], detached: true, windowsHide: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
