import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { canReach } from '~/platform/embedded/identity.ts';
import { endProcesses, startProcess } from '../support/process.ts';

// each test starts real servers, on machines that may be busy
vi.setConfig({ testTimeout: 60_000 });

const folders: string[] = [];
const root = process.getuid?.() === 0;

async function makeFolder(...below: string[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jumelles-machine-'));
  folders.push(folder);
  return path.join(folder, ...below);
}

function serverOf(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

async function hold(dataDir: string, options = {}) {
  const started = startProcess('tests/machine/hold.ts', [dataDir], options);
  const said = await started.says(/holding \{.*\}/);
  return { ...started, connection: JSON.parse(said.slice('holding '.length)) as pg.ClientConfig };
}

async function ask(connection: pg.ClientConfig, text: string): Promise<unknown> {
  const client = new pg.Client(connection);
  await client.connect();
  return client.query(text).then(({ rows }) => Object.values(rows[0] ?? {})[0]).finally(() => client.end());
}

afterEach(async () => {
  await endProcesses();
  for (const folder of folders.splice(0)) {
    const pid = serverOf(path.join(folder, 'data')) ?? serverOf(folder);
    if (pid) process.kill(pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
});

test('the database sorts and reads as French people do', async () => {
  const { connection } = await hold(await makeFolder('data'));
  expect(await ask(connection, `select string_agg(w, ' ' order by w) from unnest(array['zèbre', 'Élan', 'eau', 'École']) w`)).toBe('eau École Élan zèbre');
  expect(await ask(connection, `select to_tsvector('french', '« l’été à Évry »')::text`)).toContain("'évry'");
});

test('two processes share the server of one folder, and the last one stops it', async () => {
  const dataDir = await makeFolder('data');
  const first = await hold(dataDir);
  const second = await hold(dataDir);
  const server = serverOf(dataDir);
  expect(second.connection).toEqual(first.connection);
  expect(await first.kill('SIGTERM')).toBe(0);
  expect(serverOf(dataDir)).toBe(server);
  expect(await ask(second.connection, 'select 1')).toBe(1);
  expect(await second.kill('SIGTERM')).toBe(0);
  expect(serverOf(dataDir)).toBeUndefined();
});

test('three first starts at once make one database', async () => {
  const dataDir = await makeFolder('data');
  const holders = await Promise.all([hold(dataDir), hold(dataDir), hold(dataDir)]);
  expect(new Set(holders.map(({ connection }) => JSON.stringify(connection))).size).toBe(1);
  expect(await Promise.all(holders.map((holder) => holder.kill('SIGTERM')))).toEqual([0, 0, 0]);
  expect(serverOf(dataDir)).toBeUndefined();
});

test('the server that a killed process left is adopted, then stopped', async () => {
  const dataDir = await makeFolder('data');
  const killed = await hold(dataDir);
  const server = serverOf(dataDir);
  await killed.kill('SIGKILL');
  const next = await hold(dataDir);
  expect(serverOf(dataDir)).toBe(server);
  await next.kill('SIGTERM');
  expect(serverOf(dataDir)).toBeUndefined();
});

test('a server that is killed is started again under its users', async () => {
  const dataDir = await makeFolder('data');
  const holder = await hold(dataDir);
  process.kill(serverOf(dataDir)!, 'SIGKILL');
  await holder.says('database.restarted');
  expect(await ask(holder.connection, 'select 1')).toBe(1);
});

test('the lock of a dead server does not hold, even when its number is now another program', async () => {
  const dataDir = await makeFolder('data');
  await (await hold(dataDir)).kill('SIGTERM');
  // of the same account, so that PostgreSQL would take it for its elder
  const other = spawn('sleep', ['60'], { cwd: '/', ...(root ? { uid: 65534, gid: 65534 } : {}) });
  onTestFinished(() => void other.kill());
  await writeFile(path.join(dataDir, 'postgres/postmaster.pid'), `${other.pid}\n${dataDir}/postgres\n1\n5432\n${dataDir}/socket\n\n`);
  const next = await hold(dataDir);
  expect(await ask(next.connection, 'select 1')).toBe(1);
});

test('a first start that was killed half-way is forgotten', async () => {
  const dataDir = await makeFolder('data');
  await mkdir(path.join(dataDir, 'postgres.new-999999/base'), { recursive: true });
  await hold(dataDir);
  expect(existsSync(path.join(dataDir, 'postgres.new-999999'))).toBe(false);
});

test('a folder too deep for a socket, with spaces and accents, works all the same', async () => {
  const { connection } = await hold(await makeFolder('Métropole de l’été & co', 'très long '.repeat(12), 'data'));
  expect(await ask(connection, 'select 1')).toBe(1);
});

test.runIf(root)('root can use a folder that nobody else may enter', async () => {
  const folder = await makeFolder();
  await chmod(folder, 0o700);
  const { connection } = await hold(path.join(folder, 'data'));
  expect(await ask(connection, 'select 1')).toBe(1);
});

test('a folder that holds something else is refused in one sentence', async () => {
  const dataDir = await makeFolder('data');
  await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
  await writeFile(path.join(dataDir, 'postgres/letter.txt'), 'x');
  const { ended, output } = startProcess('tests/machine/hold.ts', [dataDir]);
  expect(await ended).toBe(1);
  expect(output()).toBe(`Le dossier ${dataDir}/postgres n'est pas vide et ne contient pas de base PostgreSQL : videz-le, choisissez un autre DATA_DIR, ou indiquez une base PostgreSQL existante par DATABASE_URL.\n`);
});

test('a database of another major version is refused in one sentence', async () => {
  const dataDir = await makeFolder('data');
  await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
  await writeFile(path.join(dataDir, 'postgres/PG_VERSION'), '17\n');
  const { ended, output } = startProcess('tests/machine/hold.ts', [dataDir]);
  expect(await ended).toBe(1);
  expect(output()).toContain('contient une base PostgreSQL 17 et cette version de Jumelles apporte PostgreSQL 18');
  expect(output()).toContain('DATABASE_URL');
});

const stranger = { uid: 54_321, gid: 54_321, lent: true };

test.runIf(root && canReach(stranger, path.resolve('package.json')))('an account without a name is refused in one sentence', async () => {
  const folder = await makeFolder();
  await chown(folder, stranger.uid, stranger.gid);
  const { ended, output } = startProcess('tests/machine/hold.ts', [path.join(folder, 'data')], { uid: stranger.uid, gid: stranger.gid });
  expect(await ended).toBe(1);
  expect(output()).toBe("Le compte qui lance Jumelles (uid 54321) n'a pas de nom sur ce système et la base de données intégrée le refuse : lancez Jumelles sous un compte déclaré dans /etc/passwd, ou indiquez une base PostgreSQL existante par DATABASE_URL.\n");
});
