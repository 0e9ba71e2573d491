import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDatabase, openDatabase, sql } from '~/platform/db/index.ts';
import { migrate } from '~/platform/db/migrate.ts';
import { startEmbedded } from '~/platform/embedded/index.ts';

const file = 'src/platform/db/types.ts';
// as src/platform/db/index.ts reads them
const types = { date: 'string', timestamp: 'string', timestamptz: 'string', int8: 'number' };

/** Migrates a database made for the occasion and writes down what its rows are. */
const dataDir = mkdtempSync(path.join(tmpdir(), 'jumelles-types-'));
const server = await startEmbedded({ dataDir, log: { info() {}, warn: console.warn }, fsync: false });
try {
  const db = openDatabase(server.connection);
  await sql`select 1`.execute(db);
  const applied = await migrate(db);
  await closeDatabase(db);
  const { host, port, user, password = '', database } = server.connection;
  const url = `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  const options = [`--out-file=${file}`, '--date-parser=string', `--type-mapping=${JSON.stringify(types)}`, '--log-level=warn'];
  execFileSync(process.execPath, ['node_modules/kysely-codegen/dist/cli/bin.js', '--dialect=postgres', `--url=${url}`, ...options], { stdio: 'inherit' });
  console.log(`${file} : ${applied.length} migrations.`);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
