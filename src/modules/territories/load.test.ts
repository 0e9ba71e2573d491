import { expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { freshDatabase } from '~root/tests/support/database.ts';
import data from '~root/db/demo/documents.json';
import { territories } from './module.ts';
import { themes } from '../themes/module.ts';
import { loadThemes } from '../themes/index.ts';
import { loadAuthorities } from './index.ts';
import { loadDocuments } from '~/world/documents.ts';
import { loadPart } from '~/world/parts.ts';
import { readWorld } from '~/world/open-world.ts';
import { registerKinds } from '~/sheets/index.ts';

const db = await freshDatabase('empty');

const { openDatabase } = await import('~/platform/db/index.ts'); void openDatabase;
test('reference only', async () => {
  registerKinds([...territories.kinds!, ...themes.kinds!]);
  let t = Date.now();
  const lap = (x: string) => { console.log(x, Date.now() - t); t = Date.now(); };
  await loadPart(db, 'docs', (tx) => loadDocuments(tx, data.reference)); lap('docs');
  await loadPart(db, 'auth', (tx) => loadAuthorities(tx, (d, n) => lap(`a ${d}/${n}`))); lap('auth');
  await loadPart(db, 'themes', (tx) => loadThemes(tx)); lap('themes');
  await loadPart(db, 'docs2', (tx) => loadDocuments(tx, data.documents)); lap('docs2');
  for (const m of [territories, themes]) await loadPart(db, m.name, async (tx) => { const w = await readWorld(tx); await m.demo!(tx, w); await w.save(tx); });
  lap('demo');
  const { rows } = await sql`select type, count(*), count(lat) as placed, sum(population) as pop from sheets s join territories t on t.sheet_id = s.id left join sheet_places p on p.sheet_id = s.id group by 1 order by 2 desc`.execute(db);
  console.table(rows);
  console.table((await sql`select position_basis, count(*) from territories group by 1`.execute(db)).rows);
  console.table((await sql`select slug, title, context, insee, t.siren, population, (select title from sheets where id = department_id) dep, (select title from sheets where id=region_id) reg, (select title from sheets where id = intercommunality_id) epci,
   (select string_agg(name||':'||kind, '|') from sheet_names n where n.sheet_id = s.id) names from sheets s join territories t on t.sheet_id = s.id where slug in ('bordeaux','lyon','paris','mayotte','corse','alsace','strasbourg','ajaccio','departement-gironde','saint-martin','region-bretagne','bordeaux-metropole','metropole-de-lyon','saint-denis','aida','plaine-commune','ashdod','fort-de-france','papeete','la-reunion','departement-la-reunion','region-la-reunion')`.execute(db)).rows);
  console.table((await sql`select slug, title, context from sheets where kind='territory' and length(slug) > 45 limit 5`.execute(db)).rows);
  console.table((await sql`select s.slug, s.title, type from sheets s where kind = 'territory' and slug ~ '-[0-9]{5}$' or slug ~ '^[0-9]+$' limit 30`.execute(db)).rows);
  expect(rows.length).toBeGreaterThan(3);
});
