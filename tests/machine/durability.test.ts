import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { closeDatabase, openDatabase } from '~/platform/db/index.ts';
import { startEmbedded } from '~/platform/embedded/index.ts';
import { startProcess } from '../support/process.ts';

const budgetMs = 25_000;

function killServer(dataDir: string): void {
  const file = path.join(dataDir, 'postgres/postmaster.pid');
  if (existsSync(file)) process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
}

test('nothing acknowledged is lost when the application, the server or both are killed while they write', { timeout: 110_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'jumelles-durability-'));
  const dataDir = path.join(folder, 'data');
  const acknowledged = new Set<string>();
  const killed = { application: 0, server: 0, both: 0 };
  const end = Date.now() + budgetMs;
  let round = 0;
  try {
    for (; round < 24 && Date.now() < end; round++) {
      const writer = startProcess('tests/machine/writer.ts', [dataDir, String(round)]);
      await writer.says('ready');
      await writer.says('+');
      // a different moment of a commit each time
      await wait(60 + ((round * 37) % 240));
      const victim = (['application', 'server', 'both'] as const)[round % 3]!;
      killed[victim]++;
      if (victim !== 'application') killServer(dataDir);
      if (victim === 'server') {
        const before = writer.output().length;
        const until = Date.now() + 10_000;
        while (writer.output().length < before + 200 && Date.now() < until) await wait(20);
        expect(writer.output().length, 'the application goes on once its server is back').toBeGreaterThan(before);
      }
      await writer.kill('SIGKILL');
      // The last line may be cut: it is not counted as acknowledged.
      for (const line of writer.output().split('\n').slice(0, -1)) if (line.startsWith('+')) acknowledged.add(line.slice(1));
    }
    const server = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
    const db = openDatabase(server.connection);
    const rows = await db.selectFrom('sheets').select('slug').execute();
    const events = await db.selectFrom('events').select('sheet_id').where('position', 'is not', null).execute();
    await closeDatabase(db);
    await server.stop();
    const found = new Set(rows.map(({ slug }) => slug));
    console.log(`${round} rounds (${JSON.stringify(killed)}), ${acknowledged.size} acknowledged commits, ${[...acknowledged].filter((slug) => !found.has(slug)).length} lost`);
    expect([...acknowledged].filter((slug) => !found.has(slug))).toEqual([]);
    // a sheet never comes without its event
    expect(events.length).toBe(rows.length);
    expect(acknowledged.size).toBeGreaterThan(round);
    expect(Math.min(killed.application, killed.server, killed.both)).toBeGreaterThan(0);
  } finally {
    killServer(dataDir);
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});
