import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { poolOf, type Db } from './index.ts';

/** Applies the SQL files of a folder that were not applied yet, in order, each in its transaction. Returns their names. */
export async function migrate(db: Db, folder = path.join(process.cwd(), 'db/migrations')): Promise<string[]> {
  const client = await poolOf(db).connect();
  const applied: string[] = [];
  try {
    // Two nodes that start together: one migrates, the other waits.
    await client.query(`select pg_advisory_lock(hashtext('migrations'))`);
    await client.query(`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`);
    const done = new Set((await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name));
    for (const name of await listMigrations(folder)) {
      if (done.has(name)) continue;
      await client.query('begin');
      try {
        await client.query(await readFile(path.join(folder, name), 'utf8'));
        await client.query('insert into migrations (name) values ($1)', [name]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`Migration ${name}: ${(error as Error).message}`, { cause: error });
      }
      applied.push(name);
    }
    return applied;
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('migrations'))`).catch(() => {});
    client.release();
  }
}

export async function listMigrations(folder = path.join(process.cwd(), 'db/migrations')): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
}
