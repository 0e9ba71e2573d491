import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { isAlive } from '~/platform/embedded/cluster.ts';
import { startEmbedded } from '~/platform/embedded/index.ts';

const cache = path.join(process.cwd(), 'node_modules/.cache/jumelles-tests');
const kept = 2;

// What cannot change the loaded data: pages, words, the machine around the database, tests.
const aside = /\.tsx$|\.test\.ts$|messages\.\w\w\.ts$|^src\/(ui|client)\/|^src\/platform\/(http|i18n|embedded|jobs|server)\/|^src\/platform\/\w+\.ts$|^src\/(main|app)\.ts$|types\.ts$/;

/** A mark of everything the loaded world depends on. */
export function hashWorld(): string {
  const hash = createHash('sha256');
  for (const folder of ['db', 'src']) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).sort()) {
      if (!aside.test(file.replaceAll('\\', '/'))) hash.update(file).update(readFileSync(file));
    }
  }
  return hash.update(readFileSync('package-lock.json')).digest('hex').slice(0, 12);
}

export async function copyFromCache(hash: string, dataDir: string): Promise<boolean> {
  const found = path.join(cache, hash);
  if (!existsSync(found)) return false;
  await copyCluster(path.join(found, 'postgres'), path.join(dataDir, 'postgres'));
  utimesSync(found, new Date(), new Date());
  return true;
}

export async function saveToCache(hash: string, dataDir: string): Promise<void> {
  const beside = path.join(cache, `saving-${process.pid}`);
  try {
    await mkdir(beside, { recursive: true });
    await copyCluster(path.join(dataDir, 'postgres'), path.join(beside, 'postgres'));
    await rename(beside, path.join(cache, hash)).catch(() => {});
    const byAge = readdirSync(cache).filter((name) => !name.startsWith('saving-')).sort((a, b) => statSync(path.join(cache, b)).mtimeMs - statSync(path.join(cache, a)).mtimeMs);
    for (const name of byAge.slice(kept)) await rm(path.join(cache, name), { recursive: true, force: true });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** `cp -a` keeps the owner, which root lent to another account. */
async function copyCluster(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true });
  else await promisify(execFile)('cp', ['-a', from, to]);
}

/** A killed run leaves its folder and its server. */
export async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^jumelles-tests-(\d+)-/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const dataDir = path.join(tmpdir(), name);
    try {
      if (existsSync(path.join(dataDir, 'postgres/postmaster.pid'))) {
        await (await startEmbedded({ dataDir, log: { info() {}, warn() {} }, fsync: false })).stop();
      }
      await rm(dataDir, { recursive: true, force: true });
    } catch {
      // another account's, or another run clears it right now
    }
  }
}
