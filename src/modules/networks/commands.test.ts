import { expect, test } from 'vitest';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import { instance } from '~/platform/events/index.ts';
import { anonymous } from '~/sheets/index.ts';
import { freshDatabase, openApp } from '~root/tests/support/index.ts';
import { addNetworkRole } from './role-commands.ts';
import { listRoles } from './queries.ts';

const db = await freshDatabase();
await openApp({ db });

async function idOf(kind: string, slug: string): Promise<string> {
  return (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
}

const sources = [{ document: 'bordeaux-strategie-2020-2026' }];

test('R047 a second presidency of the GSEF is refused and nothing is written', async () => {
  const [networkId, toulouse] = [await idOf('network', 'gsef'), await idOf('territory', 'toulouse')];
  const before = await listRoles(db, anonymous, { networkId });
  const done = await db.transaction().execute((tx) => addNetworkRole(tx, instance, { networkId, role: 'presidency', since: parsePartialDate('2024'), holders: [{ authorityId: toulouse }], sources }));
  expect(done).toEqual({ refused: 'presidency-held' });
  expect(await listRoles(db, anonymous, { networkId })).toEqual(before);
});

test('R047 a role held by two is one role, seen from each of them', async () => {
  const [networkId, toulouse, lille] = [await idOf('network', 'ccre'), await idOf('territory', 'toulouse'), await idOf('territory', 'lille')];
  await db.transaction().execute((tx) => addNetworkRole(tx, instance, { networkId, role: 'presidency', holders: [{ authorityId: toulouse }, { authorityId: lille }], sources }));
  for (const authorityId of [toulouse, lille]) {
    const [role] = (await listRoles(db, anonymous, { authorityId })).filter((one) => one.networkId === networkId);
    expect(role!.holders.map((holder) => holder.slug)).toEqual(['toulouse', 'lille']);
  }
});

test('R043 a role without a source is refused', async () => {
  const [networkId, toulouse] = [await idOf('network', 'iclei'), await idOf('territory', 'toulouse')];
  await expect(db.transaction().execute((tx) => addNetworkRole(tx, instance, { networkId, role: 'member', holders: [{ authorityId: toulouse }], sources: [] }))).rejects.toThrow(RangeError);
});
