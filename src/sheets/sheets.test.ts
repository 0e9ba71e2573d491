import { beforeAll, expect, test } from 'vitest';
import type { Db } from '~/platform/db/index.ts';
import { getLastPosition, instance } from '~/platform/events/index.ts';
import {
  addFact, anonymous, changeSheetState, createSheet, findSheet, getFrame, mergeSheets, registerKinds, updateSheet, visibleTo, type SheetInput,
} from '~/sheets/index.ts';
import { modules } from '~/modules.ts';
import { freshDatabase } from '~root/tests/support/database.ts';

let db: Db;
beforeAll(async () => {
  registerKinds(modules.flatMap((module) => module.kinds ?? []));
  db = await freshDatabase('empty');
  await db.insertInto('documents').values({ id: 'letter', title: 'Une lettre', author: 'La mairie', nature: 'official', published: '2020', published_precision: 'year' }).execute();
});

let n = 0;
const create = (input: Partial<SheetInput> = {}) =>
  db.transaction().execute((tx) => createSheet(tx, instance, { kind: 'territory', slug: `essai-${++n}`, title: `Essai ${n}`, ...input }));

async function get(slug: string) {
  const sheet = await findSheet(db, anonymous, 'territory', slug);
  if (!sheet || 'movedTo' in sheet) throw new Error(`${slug} is not there`);
  return sheet;
}

test('R198 a sheet keeps its states as a history, with reasons and sources', async () => {
  const { id, slug } = await create({ state: { state: 'active', at: { value: '1956', precision: 'year' }, source: { document: 'letter', locator: 'l. 3' } } });
  await db.transaction().execute((tx) => changeSheetState(tx, instance, id, { state: 'dormant', reason: 'Plus de nouvelles' }));
  await db.transaction().execute((tx) => changeSheetState(tx, instance, id, { state: 'active', reason: 'Relance' }));
  const frame = await getFrame(db, anonymous, await get(slug));
  expect(frame.states.map((one) => [one.state, one.at?.value ?? null, one.reason])).toEqual([
    ['active', '1956', null], ['dormant', null, 'Plus de nouvelles'], ['active', null, 'Relance'],
  ]);
  expect(frame.states[0]?.source).toMatchObject({ title: 'Une lettre', locator: 'l. 3' });
});

test('two editors of one sheet: the second is told, and nothing is overwritten', async () => {
  const { id, slug } = await create();
  const edit = (summary: string, version: number) => db.transaction().execute((tx) => updateSheet(tx, instance, id, version, { summary }));
  expect(await edit('La première.', 1)).toBe('updated');
  expect(await edit('La seconde.', 1)).toBe('stale');
  expect((await get(slug)).summary).toBe('La première.');
});

test('R024 a field holds two values with their sources, one of them chosen', async () => {
  const { id, slug } = await create();
  await db.transaction().execute(async (tx) => {
    await addFact(tx, id, { field: 'start', value: '2000', sources: [{ document: 'letter', locator: 'l. 55' }] });
    await addFact(tx, id, { field: 'start', value: '1999', chosen: false, sources: [{ document: 'letter', locator: 'l. 74' }] });
  });
  const { facts } = await getFrame(db, anonymous, await get(slug));
  expect(facts.map((fact) => [fact.value, fact.chosen, fact.sources[0]?.locator])).toEqual([['2000', true, 'l. 55'], ['1999', false, 'l. 74']]);
});

test('R198 a fact without a source is refused', async () => {
  const { id } = await create();
  await expect(db.transaction().execute((tx) => addFact(tx, id, { field: 'members', value: '188', sources: [] }))).rejects.toThrow(/source/);
});

test('R016 merging keeps both addresses and all names', async () => {
  const kept = await create({ title: 'Charente-Maritime' });
  const gone = await create({ title: 'Conseil Départemental Charente-Maritime', names: [{ name: 'CD 17', kind: 'alias' }] });
  await db.transaction().execute((tx) => mergeSheets(tx, instance, gone.id, kept.id));
  expect(await findSheet(db, anonymous, 'territory', gone.slug)).toEqual({ movedTo: kept.slug });
  const { names } = await getFrame(db, anonymous, await get(kept.slug));
  expect(names.map((one) => one.name).sort()).toEqual(['CD 17', 'Conseil Départemental Charente-Maritime']);
});

test('R016 what pointed at a merged territory concerns the one that was kept', async () => {
  const kept = await create({ title: 'Kept' });
  const gone = await create({ title: 'Gone' });
  const link = await create({ links: [{ role: 'foreign', to: gone.id }] });
  await db.transaction().execute((tx) => mergeSheets(tx, instance, gone.id, kept.id));
  const { territories } = await db.selectFrom('sheets').select('territories').where('id', '=', link.id).executeTakeFirstOrThrow();
  expect(territories).toContain((await get(kept.slug)).num);
});

test('R194 a draft does not exist for a visitor, nor the links to it', async () => {
  const draft = await create({ visibility: 'draft' });
  const open = await create({ links: [{ role: 'parent', to: draft.id }] });
  expect(await findSheet(db, anonymous, 'territory', draft.slug)).toBeUndefined();
  expect((await getFrame(db, anonymous, await get(open.slug))).outgoing).toEqual([]);
});

test('R194 a member sees what is for members, and drafts only of the bodies they act for', async () => {
  const body = await create();
  const slugs = async (bodies: string[]) =>
    (await db.selectFrom('sheets').select('slug').where(visibleTo({ kind: 'member', bodies })).execute()).map((row) => row.slug);
  const members = await create({ visibility: 'members' });
  const draft = await create({ visibility: 'draft', ownerId: body.id });
  expect(await slugs([])).toContain(members.slug);
  expect(await slugs([])).not.toContain(draft.slug);
  expect(await slugs([body.id])).toContain(draft.slug);
});

test('a sheet concerns the territories it links to, kept by the kernel', async () => {
  const lima = await create({ title: 'Lima' });
  const link = await create({ links: [{ role: 'foreign', to: lima.id }] });
  const { territories } = await db.selectFrom('sheets').select('territories').where('id', '=', link.id).executeTakeFirstOrThrow();
  expect(territories).toContain((await get(lima.slug)).num);
});

test('events are numbered in the order of commits: a slow transaction never slips behind a reader', async () => {
  const before = await getLastPosition(db);
  const written = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const slow = db.transaction().execute(async (tx) => {
    await createSheet(tx, instance, { kind: 'territory', slug: 'lente', title: 'Lente' });
    written.resolve();
    await released.promise;
  });
  await written.promise;
  await create({ slug: 'rapide', title: 'Rapide' });
  expect(await getLastPosition(db)).toBe(before + 1);
  released.resolve();
  await slow;
  const last = await db.selectFrom('events').innerJoin('sheets', 'sheets.id', 'events.sheet_id').select(['slug', 'position']).where('position', '>', before).orderBy('position').execute();
  expect(last.map((row) => row.slug)).toEqual(['rapide', 'lente']);
});

test('what a command wrote disappears with its transaction, its event too', async () => {
  const before = await getLastPosition(db);
  await expect(
    db.transaction().execute(async (tx) => {
      await createSheet(tx, instance, { kind: 'territory', slug: 'annulee', title: 'Annulée' });
      throw new Error('refused');
    }),
  ).rejects.toThrow('refused');
  expect(await getLastPosition(db)).toBe(before);
  expect(await findSheet(db, anonymous, 'territory', 'annulee')).toBeUndefined();
});
