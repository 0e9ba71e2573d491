import { expect, test } from 'vitest';
import { instance } from '~/platform/events/index.ts';
import { createSheet } from '~/sheets/index.ts';
import { freshDatabase, openApp } from '~root/tests/support/index.ts';
import { attachAction, createObjective } from './objectives/commands.ts';

const db = await freshDatabase();
await openApp({ db });

async function idOf(kind: string, slug: string): Promise<string> {
  return (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
}

test('R056 a number is taken once in a strategy, and may serve again in another', async () => {
  const objective = { number: 5, short: 'Essai', title: 'Un objectif', sources: [{ document: 'bordeaux-strategie-2020-2026' }] };
  const [bordeaux, region] = [await idOf('strategy', 'bordeaux-2020-2026'), await idOf('strategy', 'nouvelle-aquitaine-2019-2021')];
  expect(await db.transaction().execute((tx) => createObjective(tx, instance, { ...objective, strategyId: bordeaux }))).toEqual({ refused: 'number-taken' });
  expect(await db.transaction().execute((tx) => createObjective(tx, instance, { ...objective, strategyId: region }))).toMatchObject({ slug: 'nouvelle-aquitaine-2019-2021-5' });
});

test('R057 an action of Toulouse does not count for an objective of Bordeaux', async () => {
  const toulouse = await idOf('territory', 'toulouse');
  const action = await db.transaction().execute((tx) => createSheet(tx, instance, { kind: 'action', slug: 'essai-toulouse', title: 'Essai', links: [{ role: 'holder', to: toulouse }] }));
  const objectiveId = await idOf('objective', 'bordeaux-2020-2026-9');
  expect(await db.transaction().execute((tx) => attachAction(tx, instance, { actionId: action.id, objectiveId, basis: 'stated' }))).toEqual({ refused: 'other-authority' });
  expect(await db.selectFrom('objective_actions').select('action_id').where('action_id', '=', action.id).execute()).toEqual([]);
});
