// Debian's PostgreSQL, when it is on the machine, in a temporary folder: for the tests, and for nothing that lasts.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const packages = '/usr/lib/postgresql';
const options = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=2GB';

/** The folder of the oldest installed version from 15 on, or undefined. */
export function findDebianPostgres() {
  if (!existsSync(packages)) return undefined;
  const versions = readdirSync(packages).map(Number).filter((version) => version >= 15).sort((a, b) => a - b);
  return versions.map((version) => path.join(packages, String(version), 'bin')).find((bin) => existsSync(path.join(bin, 'postgres')));
}

/** Starts it and gives its address. PostgreSQL refuses root: as root, Debian's own account runs it. */
export function startDebianPostgres(bin) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jumelles-postgres-'));
  const owner = findOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const run = (program, ...given) => execFileSync(path.join(bin, program), given, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'], ...owner });
  const data = path.join(folder, 'data');
  run('initdb', '-D', data, '-U', 'jumelles', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync');
  run('pg_ctl', '-D', data, '-l', path.join(folder, 'log'), '-w', 'start', '-o', `-c listen_addresses='' -c unix_socket_directories=${folder} ${options}`);
  return {
    url: `postgres://jumelles@localhost/postgres?host=${folder}`,
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findOwner() {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
