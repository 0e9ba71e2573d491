import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { closeDatabase, openDatabase, sql, type Db } from '~/platform/db/index.ts';
import { anonymous, listKinds, sheetHref, visibleTo } from '~/sheets/index.ts';
import { freshConnection, openApp, type OpenedApp } from '~root/tests/support/index.ts';

const samples = readFileSync('tests/access/routes.txt', 'utf8').split('\n').filter((line) => line.startsWith('get ')).map((line) => line.split(/\s+/)[3]!);

/** Every page of a sheet that is no territory, every other page, and the files and questions that count sheets. */
async function listAddresses(db: Db, hidden: { kind: string; slug: string; title: string }[]): Promise<string[]> {
  const sheets = await db.selectFrom('sheets').select(['kind', 'slug']).where('kind', '<>', 'territory').where(visibleTo(anonymous)).orderBy('num').execute();
  const linked = await sql<{ slug: string }>`
    select distinct t.slug from sheet_links l join sheets t on t.id = l.to_id and t.kind = 'territory' join sheets f on f.id = l.from_id and f.visibility <> 'public' where ${visibleTo(anonymous, 't')}`.execute(db);
  const questions = hidden.flatMap(({ kind, slug, title }) => [`/recherche?q=${encodeURIComponent(title)}`, `/agenda.ics?rencontre=${slug}`, `/a-confirmer?fiche=${listKinds().find((one) => one.kind === kind)!.genre}/${slug}`]);
  return [
    ...samples.filter((path) => path !== '/sante' && !path.startsWith('/sitemap')),
    ...sheets.map(({ kind, slug }) => sheetHref(kind, slug)),
    ...linked.rows.flatMap(({ slug }) => [`/territoires/${slug}`, `/territoires/${slug}.json`, `/observatoire.json?territoire=${slug}`, `/carte/0/0/0.pbf?territoire=${slug}`]),
    ...questions,
    ...sheets.map(({ kind, slug }) => `${sheetHref(kind, slug)}.json`), '/observatoire.csv?genre=rencontre', '/observatoire?lecture=chiffres', '/observatoire?lecture=liste&q=eau', '/pays', '/zones/europe', '/themes', '/odd', '/documents', '/documents/bordeaux-strategie-2020-2026', '/observatoire?genre=partenariat&territoire=bordeaux', '/reseaux?collectivite=bordeaux', '/territoires?q=bord', '/sitemaps/1.xml', '/sitemaps/2.xml', '/en', '/agenda/2022-11',
  ];
}

async function readAll({ request }: OpenedApp, addresses: readonly string[]): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  for (const address of addresses) {
    const response = await request(address);
    read.set(address, `${response.status} ${await response.text()}`);
  }
  return read;
}

/** Where two pages part: enough to know what told. */
function difference(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at] && at < before.length) at++;
  const plain = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `${plain(before)} / ${plain(after)}`;
}

test('R194 what a visitor may not see changes nothing in what they see: every page is as if it were not there', async () => {
  const connection = await freshConnection();
  const [db, later] = [openDatabase({ ...connection, max: 4 }), openDatabase({ ...connection, max: 4 })];
  try {
    // Of each kind the most linked one becomes a draft: what counts, lists or names it must forget it.
    const { rows: hidden } = await sql<{ id: string; kind: string; slug: string; title: string }>`
      update sheets set visibility = 'draft', weight = 0 where id in (
        select s.id from sheets s where s.visibility = 'public' and merged_into is null and (
          (kind <> 'territory' and hashtext(id::text || 'SALT') % 3 = 0) or slug in ('raict-2023', 'bordeaux-2020-2026', 'lima', 'porto', 'cenon', 'grand-poitiers')
          or (kind = 'territory' and countries <> '{FR}' and hashtext(id::text) % 5 = 0)))
        returning id, kind, slug, title`.execute(db);
    expect(hidden.length).toBeGreaterThan(10);
    const app = await openApp({ db });
    const addresses = await listAddresses(db, hidden);
    const before = await readAll(app, addresses);
    const gone = sql`(select id from sheets where visibility <> 'public')`;
    await sql`update sheet_places set territory_id = null where territory_id in ${gone}`.execute(db);
    await sql`update sheets set owner_id = null where owner_id in ${gone}`.execute(db);
    await sql`update attendances set authority_id = null where authority_id in ${gone}`.execute(db);
    await sql`update attendances set stood_for_id = null where stood_for_id in ${gone}`.execute(db);
    for (const c of ['intercommunality_id','department_id','region_id']) await sql`update territories set ${sql.ref(c)} = null where ${sql.ref(c)} in ${gone}`.execute(db);
    await sql`delete from sheets where visibility <> 'public'`.execute(db);
    const after = await readAll(await openApp({ db: later }), addresses);
    const told = addresses.filter((address) => before.get(address) !== after.get(address)).map((address) => `${address}: ${difference(before.get(address)!, after.get(address)!)}`);
    expect(told).toEqual([]);
  } finally {
    await Promise.all([closeDatabase(db), closeDatabase(later)]);
  }
}, 300_000);
