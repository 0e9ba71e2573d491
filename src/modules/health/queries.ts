import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Read } from '~/platform/db/index.ts';
import { listMigrations } from '~/platform/db/migrate.ts';

export interface Health {
  alive: true;
  /** The database answers and has every migration. */
  ready: boolean;
  versions: { app: string; node: string; postgres: string | null };
  pendingMigrations: number | null;
}

const app = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
const patienceMs = 2_000;

export async function getHealth(db: Read): Promise<Health> {
  const found = await Promise.race([readDatabase(db).catch(() => null), wait(patienceMs, null, { ref: false })]);
  return {
    alive: true,
    ready: found?.pendingMigrations === 0,
    versions: { app, node: process.versions.node, postgres: found?.postgres ?? null },
    pendingMigrations: found?.pendingMigrations ?? null,
  };
}

async function readDatabase(db: Read): Promise<{ postgres: string; pendingMigrations: number }> {
  const { rows } = await sql<{ postgres: string; applied: string[] }>`
    select current_setting('server_version') as postgres, array(select name from migrations) as applied`.execute(db);
  const { postgres, applied } = rows[0]!;
  const pending = (await listMigrations()).filter((name) => !applied.includes(name));
  return { postgres, pendingMigrations: pending.length };
}
