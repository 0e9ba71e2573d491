import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { askHost, freshConnection } from '../support/database.ts';
import { startProcess } from '../support/process.ts';

// each test starts real servers, on machines that may be busy
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'jumelles-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const databases = { empty: '', world: '' };
beforeAll(async () => {
  await askHost('build');
  databases.empty = toUrl(await freshConnection('empty'));
  databases.world = toUrl(await freshConnection('world'));
});

const stackLine = /\n\s+at /;

function startServer(environment: Record<string, string>) {
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: path.join(folder, 'data'), ...environment };
  return startProcess('dist/server/main.js', [], { env });
}

async function takePort(): Promise<{ port: number; free(): void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { port: (server.address() as { port: number }).port, free: () => server.close() };
}

describe('a refusal to start is one sentence, without a stack, and exit code 1', () => {
  async function refusalOf(environment: Record<string, string>): Promise<string> {
    const server = startServer(environment);
    expect(await server.ended).toBe(1);
    expect(server.output()).not.toMatch(stackLine);
    return server.output().trim();
  }

  test('a taken port is said before anything else is started', async () => {
    const { port, free } = await takePort();
    const said = await refusalOf({ PORT: String(port) });
    expect(said).toBe(`Le port ${port} est déjà pris : arrêtez le programme qui l'occupe ou choisissez-en un autre, par exemple « PORT=${port + 1} npm start ».`);
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
    free();
  });

  test('a data folder that cannot be one', async () => {
    const file = path.join(folder, 'a file');
    writeFileSync(file, '');
    expect(await refusalOf({ DATA_DIR: path.join(file, 'data') })).toMatch(/^Le dossier de données .*a file\/data n'est pas accessible en écriture \(ENOTDIR\) : .* DATABASE_URL\.$/);
  });

  test('a data folder without the right to write', async () => {
    expect(await refusalOf({ DATA_DIR: '/sys/jumelles' })).toMatch(/^Le dossier de données \/sys\/jumelles n'est pas accessible en écriture \(\w+\) : .* DATABASE_URL\.$/);
  });

  test('a database where nobody answers', async () => {
    const { port, free } = await takePort();
    free();
    const said = await refusalOf({ DATABASE_URL: `postgres://jumelles@127.0.0.1:${port}/jumelles` });
    expect(said).toBe(`Aucun serveur PostgreSQL ne répond à 127.0.0.1:${port} (DATABASE_URL) : vérifiez qu'il est démarré et que l'adresse et le port sont justes.`);
  });

  test('a database server whose name does not exist', async () => {
    const said = await refusalOf({ DATABASE_URL: 'postgres://jumelles:secret@base.invalid/jumelles' });
    expect(said).toMatch(/^Le serveur base\.invalid de DATABASE_URL est introuvable/);
    expect(said).not.toContain('secret');
  });

  test('a database that does not exist, and an account that is refused', async () => {
    const missing = new URL(databases.empty);
    missing.pathname = '/absent';
    expect(await refusalOf({ DATABASE_URL: missing.href })).toMatch(/^La base « absent » n'existe pas sur .*: créez-la/);
    const stranger = new URL(databases.empty);
    stranger.username = 'stranger';
    expect(await refusalOf({ DATABASE_URL: stranger.href })).toMatch(/refuse le compte « stranger »/);
  });

  test('settings that mean nothing, all at once', async () => {
    expect((await refusalOf({ PORT: 'x', LOG_LEVEL: 'y' })).split('\n')).toHaveLength(2);
  });
});

function toUrl(connection: { connectionString?: string; host?: string; port?: number; user?: string; database?: string }): string {
  if (connection.connectionString) return connection.connectionString;
  return `postgres://${connection.user}@localhost:${connection.port}/${connection.database}?host=${encodeURIComponent(connection.host!)}`;
}

const isOpen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

test('started on a loaded database it says where it is, is healthy, and stops clean after what it accepted', async () => {
  const server = startServer({ DATABASE_URL: databases.world, DATABASE_REPLICA_URL: databases.world, DEMO: 'oui' });
  const said = await server.says(/Jumelles est prêt : http:\/\/localhost:\d+/);
  const origin = said.slice(said.indexOf('http'));
  const health = (await (await fetch(`${origin}/sante`)).json()) as { versions: Record<string, string> };
  expect(health).toMatchObject({ alive: true, ready: true, pendingMigrations: 0 });
  expect(health.versions.node).toBe(process.versions.node);
  const { port } = new URL(origin);
  const request = 'GET / HTTP/1.1\r\nhost: jumelles.test\r\n';
  const visitors = Array.from({ length: 5 }, () => connect(Number(port), '127.0.0.1', function (this: Socket) { this.write(request); }));
  const answers = visitors.map((visitor) => visitor.setEncoding('utf8').toArray().then((parts: string[]) => parts.join('')));
  await wait(300);
  server.child.kill('SIGTERM');
  // the stop has begun when nobody new comes in
  for (let turn = 0; turn < 100 && (await isOpen(Number(port))); turn++) await wait(50);
  // the rest of what was being asked when the stop came
  for (const visitor of visitors) visitor.write('\r\n');
  for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 [24]\d\d [^]*connection: close[^]*<\/html>/i);
  expect(await server.ended).toBe(0);
  await expect(fetch(origin)).rejects.toThrow();
});
