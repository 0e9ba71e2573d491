import { expect, test } from 'vitest';
import { closeDatabase, openDatabase, sql } from '~/platform/db/index.ts';
import { freshDatabase } from '../../../tests/support/index.ts';
import { getHealth } from './queries.ts';

const db = await freshDatabase('empty');

test('a database that answers and has every migration is ready', async () => {
  const health = await getHealth(db);
  expect(health).toMatchObject({ alive: true, ready: true, pendingMigrations: 0, versions: { node: process.versions.node } });
  expect(health.versions.postgres).toMatch(/^\d+\.\d+/);
  expect(health.versions.app).toMatch(/^\d+\.\d+\.\d+$/);
});

test('a migration that is missing is counted, and the node is not ready', async () => {
  await sql`delete from migrations where name like '0001%'`.execute(db);
  expect(await getHealth(db)).toMatchObject({ alive: true, ready: false, pendingMigrations: 1 });
});

test('a database that does not answer leaves the node alive and not ready', async () => {
  const nowhere = openDatabase({ host: '127.0.0.1', port: 9, user: 'nobody', database: 'none' });
  expect(await getHealth(nowhere)).toMatchObject({ alive: true, ready: false, pendingMigrations: null, versions: { postgres: null } });
  await closeDatabase(nowhere);
});
