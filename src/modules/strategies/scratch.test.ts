import { expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { freshDatabase } from '~root/tests/support/database.ts';
import data from '~root/db/demo/documents.json';
import * as ter from '../territories/demo.ts';
import * as the from '../themes/demo.ts';
import * as org from '../organisations/demo.ts';
import * as par from '../partnerships/demo.ts';
import { networks } from '../networks/module.ts';
import { strategies } from './module.ts';
import { projects } from '../projects/module.ts';
const first = (o: any) => Object.values(o).find((f) => typeof f === 'function') as any;
const modules: any[] = [{ name: 'territories', demo: ter.demo }, { name: 'themes', demo: the.demo }, { name: 'organisations', demo: first(org) }, networks, { name: 'partnerships', demo: first(par) }, strategies, projects];

import { loadThemes } from '../themes/index.ts';
import { loadAuthorities } from '../territories/index.ts';
import { loadDocuments } from '~/world/documents.ts';
import { loadPart } from '~/world/parts.ts';
import { readWorld } from '~/world/open-world.ts';
import { registerKinds, anonymous } from '~/sheets/index.ts';
import { getSpread } from './spread.ts';
import { listOccasional, listObjectiveActions } from './actions.ts';
import { listStrategies, listObjectives } from './queries.ts';
import { listPartnersMet } from '../networks/queries.ts';
import { listThemes, listZones } from '~/reference/index.ts';

const db = await freshDatabase('empty');
test('load', async () => {
  registerKinds(modules.flatMap((m) => m.kinds ?? []));
  await loadPart(db, 'docs', (tx) => loadDocuments(tx, data.reference));
  await loadPart(db, 'auth', (tx) => loadAuthorities(tx, () => {}));
  await loadPart(db, 'themes', (tx) => loadThemes(tx));
  await loadPart(db, 'docs2', (tx) => loadDocuments(tx, data.documents));
  for (const m of modules.slice(0, 8)) { const t = Date.now(); if (m.demo) await loadPart(db, m.name, async (tx) => { const w = await readWorld(tx); await m.demo!(tx, w); await w.save(tx); }); console.log(m.name, Date.now() - t); }
  console.log((await sql`select kind, count(*) from sheets where kind not in ('territory') group by 1`.execute(db)).rows);
  const s = (await sql<any>`select id from sheets where kind='strategy' and slug='bordeaux-2020-2026'`.execute(db)).rows[0].id;
  const zones = listZones().filter((z) => z.kind === 'continent' || z.slug === 'mediterranee').flatMap((z) => z.members.map((m) => [m, z.slug] as const));
  const themes = listThemes().filter((t) => t.parent).map((t) => [t.slug, t.parent!] as const);
  console.log(JSON.stringify(await getSpread(db, anonymous, s, { zones, themes })));
  const o = await listObjectives(db, anonymous, s);
  const acts = await listObjectiveActions(db, anonymous, o.map((x) => x.id));
  console.log(acts.length);
  const oc = await listOccasional(db, anonymous, acts.map((a) => a.id));
  console.log(acts.filter((a) => oc.has(a.id)).map((a) => a.title));
  console.log((await listStrategies(db, anonymous)).map((x) => [x.title, x.objectives, x.actions, x.holder]));
  for (const n of (await sql<any>`select id, slug from sheets where kind='network'`.execute(db)).rows) { const m = await listPartnersMet(db, anonymous, n.id); if (m.length) console.log(n.slug, m); }
  expect(1).toBe(1);
}, 300000);
