import { test, expect } from 'vitest';
import { freshDatabase } from '../../../tests/support/database.ts';
import { createSheet, registerKinds, type World } from '~/sheets/index.ts';
import { instance } from '~/platform/events/index.ts';
import { people } from '../people/module.ts';
import { meetings } from './module.ts';
import { groups } from '../groups/module.ts';
const stubKind = (kind: string) => ({ ...meetings.kinds![0]!, kind, genre: kind });
const modules = [people, meetings, groups, { name: 'x', kinds: ['territory','network','organisation'].map(stubKind) }];
import { newId } from '~/platform/db/index.ts';

test('loads', async () => {
  const db = await freshDatabase('empty');
  registerKinds(modules.flatMap((m) => m.kinds ?? []));
  await db.transaction().execute(async (tx) => {
    for (const id of ['bordeaux-strategie-2020-2026', 'nouvelle-aquitaine-2022', 'raict-2023', 'bordeaux-reseaux'])
      await tx.insertInto('documents').values({ id, title: id, author: 'x', nature: 'minutes' }).onConflict((oc) => oc.doNothing()).execute();
    const map = new Map<string, string>();
    const world: World = {
      find: (k, i) => map.get(`${k}:${i}`),
      id: (k, i) => { const f = map.get(`${k}:${i}`); if (f) return f; throw new RangeError(`${k}:${i}`); },
      set: (k, i, s) => void map.set(`${k}:${i}`, s),
      country: () => 'FR',
      place: (i, role) => ({ role, label: i, territoryId: map.get(`territory:${i}`) ?? null }),
    };
    const stub = async (kind: string, slug: string) => { const { id } = await createSheet(tx, instance, { id: newId(), kind, slug, title: slug }); map.set(`${kind}:${slug}`, id); };
    for (const t of ['bordeaux', 'poitiers', 'grand-poitiers', 'bordeaux-metropole', 'region-nouvelle-aquitaine', 'aix-en-provence', 'shizuoka', 'le-lamentin', 'voiron', 'paris', 'quebec']) await stub('territory', t);
    for (const t of ['cuf', 'so-cooperation', 'gsef', 'ovpm', 'aimf']) await stub('network', t);
    for (const t of ['onu', 'union-europeenne', 'cojop-paris-2024']) await stub('organisation', t);
    for (const name of ['people', 'meetings', 'groups']) await modules.find((m) => m.name === name)!.demo!(tx, world);
  });
  expect((await db.selectFrom('meeting_roles').innerJoin('sheets', 'sheets.id', 'meeting_roles.sheet_id').select('reported').where('kind', '=', 'session').execute()).filter((r) => r.reported === null).length).toBe(26);
});
