import { refreshAll, refreshSome } from '~/modules/matching/index.ts';
import { sql, type Db } from '~/platform/db/index.ts';
import { listThemes } from '~/reference/index.ts';
import { createRandom, pick, pickSkewed } from './random.ts';
import { printRow, printTitle } from './report.ts';

const members = 5000;
const changed = 10;
const today = '2026-11-15';

/** Five thousand real French authorities with made-up partnerships and answers: all compared, then ten of them again. */
export async function measureMatching(db: Db): Promise<void> {
  printTitle(`Rapprochements : ${members.toLocaleString('fr-FR')} membres`);
  await makeMembers(db);
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const started = performance.now();
  const whole = await refreshAll(db, today);
  const wholeMs = performance.now() - started;
  clearInterval(watch);
  if (whole.of < members) throw new Error(`${whole.of} members compared`);
  await sql`analyze matches, match_profiles`.execute(db);
  await sql`update interests set seeks = true where body_id in (select body_id from match_profiles order by body_id limit ${changed})`.execute(db);
  await sql`insert into match_changes (body_id) select body_id from match_profiles order by body_id limit ${changed} on conflict do nothing`.execute(db);
  const again = performance.now();
  const some = await refreshSome(db, today);
  const someMs = performance.now() - again;
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from matches`.execute(db);
  printRow('tous avec tous', `${(wholeMs / 1000).toFixed(1)} s, ${rows[0]!.n.toLocaleString('fr-FR')} rapprochements gardés`, wholeMs <= 60_000, '60 s');
  printRow('mémoire de plus, au plus haut', `${Math.round((most - before) / 1024 / 1024)} Mo`);
  printRow(`${changed} membres changés, ${some.compared.toLocaleString('fr-FR')} listes refaites`, `${(someMs / 1000).toFixed(2)} s, ${(wholeMs / someMs).toFixed(1)} fois moins que tous`, wholeMs / someMs >= 3, '3 fois');
}

async function makeMembers(db: Db): Promise<void> {
  const random = createRandom(11);
  const { rows: french } = await sql<{ id: string }>`select s.id from sheets s join territories t on t.sheet_id = s.id and t.side = 'french' order by s.weight desc, s.num limit ${members}`.execute(db);
  const { rows: foreign } = await sql<{ id: string; countries: string[] }>`select s.id, s.countries from sheets s join territories t on t.sheet_id = s.id and t.side = 'foreign' order by s.num`.execute(db);
  const { id: network } = await db.selectFrom('sheets').select('id').where('kind', '=', 'network').limit(1).executeTakeFirstOrThrow();
  const themes = listThemes().filter((theme) => theme.parent === null).map((theme) => theme.slug);
  const some = (n: number) => [...new Set(Array.from({ length: n }, () => pickSkewed(random, themes)))];
  const interests = french.flatMap(({ id }) => {
    const [seeks, offers] = [some(3), some(3)];
    return [...new Set([...seeks, ...offers])].map((theme) => ({ body_id: id, theme, seeks: seeks.includes(theme), offers: offers.includes(theme) }));
  });
  const works = french.flatMap(({ id }, at) => Array.from({ length: Math.floor(random() * 3) }, (_, n) => ({ body: id, partner: pick(random, foreign), slug: `mesure-${at}-${n}` })));
  const links = works.map(({ body, partner, slug }) => ({ slug, body, partner: partner.id, countries: partner.countries }));
  await sql`insert into sheet_links (from_id, role, to_id) select ${network}::uuid, 'member', unnest(${french.map(({ id }) => id)}::uuid[]) on conflict do nothing`.execute(db);
  await sql`insert into interests (body_id, theme, seeks, offers) select * from jsonb_to_recordset(${JSON.stringify(interests)}::jsonb) as r(body_id uuid, theme text, seeks boolean, offers boolean) on conflict do nothing`.execute(db);
  await sql`
    with made as (
      insert into sheets (id, kind, type, slug, title, countries, state, phase) select gen_random_uuid(), 'partnership', 'jumelage', slug, slug, countries, 'active', 'ongoing'
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r(slug text, countries text[]) returning id, slug),
    given as (select * from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r(slug text, body uuid, partner uuid))
    insert into sheet_links (from_id, role, to_id) select id, 'french', body from made join given using (slug) union all select id, 'foreign', partner from made join given using (slug)`.execute(db);
  await sql`analyze sheet_links, sheets, interests`.execute(db);
}
