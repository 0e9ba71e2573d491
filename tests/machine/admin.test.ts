import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, closeDatabase } from '~/platform/db/index.ts';
import { migrate } from '~/platform/db/migrate.ts';
import { startEmbedded, type Embedded } from '~/platform/embedded/index.ts';
import { openApp } from '~root/tests/support/index.ts';
import { freshConnection } from '~root/tests/support/index.ts';
import { startProcess } from '~root/tests/support/process.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'jumelles-admin-'));
const quiet = { info() {}, warn() {} };
let running: Embedded | undefined;

beforeAll(async () => {
  running = await startEmbedded({ dataDir, log: quiet, fsync: false });
});
afterAll(async () => {
  await running?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What `npm run admin --` does, without npm. */
async function run(words: string[], environment: Record<string, string> = { DATA_DIR: dataDir }): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, DATABASE_URL: '', PUBLIC_URL: 'https://jumelles.example', ...environment };
  const { ended, output } = startProcess('scripts/admin.mjs', words, { env });
  return { code: await ended, said: output() };
}

test('on an instance that nobody keeps, the command makes the first administrator, with the service running or not', async () => {
  expect((await run(['list'])).said).toContain('Personne n’administre encore');
  expect(await run(['create-admin', 'premiere@ville.example'])).toMatchObject({ code: 0 });
  await running!.stop();
  running = undefined;
  expect((await run(['list'])).said).toContain('premiere@ville.example');
}, 90_000);

test('a one-time link lets its person in when mail does not work, once', async () => {
  const connection = await freshConnection();
  const { host, port, user, password = '', database } = connection;
  const url = connection.connectionString ?? `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host!)}&port=${port}`;
  const environment = { DATABASE_URL: url };
  await run(['create-admin', 'secours@ville.example'], environment);
  const link = /https:\/\/jumelles\.example(\/\S+)/.exec((await run(['sign-in-link', 'secours@ville.example'], environment)).said)![1]!;
  const db = openDatabase(connection);
  try {
    const app = await openApp({ db });
    const visitor = app.visit();
    expect((await visitor.get(link)).status).toBe(200);
    await visitor.post(link);
    expect((await visitor.get('/administration')).status).toBe(200);
    const again = app.visit();
    await again.post(link);
    expect((await again.get('/administration')).status).toBe(303);
    expect(await run(['grant', 'secours@ville.example', 'agent', '/territoires/bordeaux', '2030-12-31'], environment)).toMatchObject({ code: 0 });
    expect(await db.selectFrom('mandates').innerJoin('accounts', 'accounts.id', 'account_id').select(['role', 'until']).where('mail', '=', 'secours@ville.example').where('role', '=', 'agent').execute()).toEqual([{ role: 'agent', until: '2030-12-31' }]);
  } finally {
    await closeDatabase(db);
  }
}, 120_000);

test('what cannot be is said in a sentence, and nothing is written', async () => {
  const connection = await freshConnection('empty');
  const { host, port, user, password = '', database } = connection;
  const environment = { DATABASE_URL: connection.connectionString ?? `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host!)}&port=${port}` };
  for (const [words, said] of [
    [['create-admin', 'pas une adresse'], 'n’est pas une adresse électronique'],
    [['sign-in-link', 'personne@ville.example'], 'Aucun compte n’a l’adresse'],
    [['grant', 'personne@ville.example', 'roi', '/territoires/bordeaux'], 'Le rôle doit être un de ceux-ci'],
    [['danse'], 'danse n’est pas une commande'],
  ] as const) {
    const answer = await run([...words], environment);
    expect([words, answer.code]).toEqual([words, 1]);
    expect(answer.said).toContain(said);
    expect(answer.said).not.toContain('    at ');
  }
  expect((await run(['help'])).said).toContain('create-admin <adresse>');
  const db = openDatabase(connection);
  await migrate(db);
  expect(await db.selectFrom('accounts').select('id').execute()).toEqual([]);
  await closeDatabase(db);
}, 120_000);
