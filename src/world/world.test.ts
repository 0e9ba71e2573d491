import { expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { loadPart } from '~/world/parts.ts';
import { loadWorld } from '~/world.ts';
import { freshDatabase } from '~root/tests/support/index.ts';

const db = await freshDatabase('world');
const count = async () => (await sql<{ n: number }>`select (select count(*) from sheets) + (select count(*) from sheet_names) + (select count(*) from events) as n`.execute(db)).rows[0]!.n;

test('loading again changes nothing', async () => {
  const before = await count();
  await loadWorld(db, { demo: true, progress: () => {} });
  expect(await count()).toBe(before);
});

test('a part that fails leaves nothing, and is loaded at the next start', async () => {
  const before = await count();
  const write = (fail: boolean) => loadPart(db, 'test:part', async (tx) => {
    await sql`insert into documents (id, title, author, nature) values ('essai', 'Essai', 'Essai', 'reference')`.execute(tx);
    if (fail) throw new Error('killed');
  });
  await expect(write(true)).rejects.toThrow('killed');
  expect((await sql`select 1 from documents where id = 'essai'`.execute(db)).rows).toEqual([]);
  expect(await count()).toBe(before);
  await write(false);
  await write(true);
  expect((await sql`select 1 from documents where id = 'essai'`.execute(db)).rows).toHaveLength(1);
});

test('two processes that start together load a part once', async () => {
  const load = () => loadPart(db, 'test:together', async (tx) => {
    await sql`insert into documents (id, title, author, nature) values ('ensemble', 'Ensemble', 'Essai', 'reference')`.execute(tx);
  });
  await Promise.all([load(), load()]);
  expect((await sql`select 1 from world_parts where name = 'test:together'`.execute(db)).rows).toHaveLength(1);
});

test('the five documents are there, and the opinion has its author', async () => {
  const { rows } = await sql<{ id: string; author: string; nature: string }>`select id, author, nature from documents where id = 'archipel-citoyen-toulouse'`.execute(db);
  expect(rows[0]).toMatchObject({ nature: 'opinion', author: expect.stringContaining('Archipel Citoyen') });
});

test('a source of the seed files reads as a document and a place in it', () => {
  expect(parseSeedSource('000_8dbde97f0b5e671f.txt#L40,72')).toEqual({ document: 'bordeaux-strategie-2020-2026', locator: 'l. 40, 72' });
  expect(() => parseSeedSource('ailleurs')).toThrow(RangeError);
});

test('keys and indexes set aside for the first load are all back', async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from pg_constraint where contype = 'f' and conrelid = any('{sheets,sheet_names,sheet_places,territories}'::regclass[])`.execute(db);
  expect(rows[0]!.n).toBeGreaterThanOrEqual(9);
  const { rows: gin } = await sql`select indexname from pg_indexes where tablename in ('sheets', 'sheet_names', 'territories') and indexdef like '%USING gin%'`.execute(db);
  expect(gin.length).toBeGreaterThanOrEqual(6);
});
