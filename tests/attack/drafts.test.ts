import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closeDatabase, openDatabase, sql, type Db } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { anonymous, createSheet, listKinds, sheetHref, visibleTo } from '~/sheets/index.ts';
import { freshConnection, freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

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
        select distinct on (kind) s.id from sheets s
        left join lateral (select count(*) as n from sheet_links where s.id in (from_id, to_id)) l on true
        where s.visibility = 'public' and merged_into is null and (kind <> 'territory' or slug = 'fukuoka') and (kind <> 'event' or slug <> 'raict-2023') and (kind <> 'strategy')
        order by kind, l.n desc, num) returning id, kind, slug, title`.execute(db);
    expect(hidden.length).toBeGreaterThan(10);
    const app = await openApp({ db });
    const addresses = await listAddresses(db, hidden);
    const before = await readAll(app, addresses);
    const gone = sql`(select id from sheets where visibility <> 'public')`;
    await sql`update sheet_places set territory_id = null where territory_id in ${gone}`.execute(db);
    await sql`update sheets set owner_id = null where owner_id in ${gone}`.execute(db);
    await sql`delete from sheets where visibility <> 'public'`.execute(db);
    const after = await readAll(await openApp({ db: later }), addresses);
    const told = addresses.filter((address) => before.get(address) !== after.get(address)).map((address) => `${address}: ${difference(before.get(address)!, after.get(address)!)}`);
    expect(told).toEqual([]);
  } finally {
    await Promise.all([closeDatabase(db), closeDatabase(later)]);
  }
}, 300_000);

test('R194 what hangs on a draft is still there, without its name: an objective of a strategy, a session of a meeting, an authority of a list', async () => {
  const db = await freshDatabase();
  const slugs = ['bordeaux-2020-2026', 'raict-2023', 'grand-poitiers', 'poitiers'];
  await sql`update sheets set visibility = 'draft', title = 'Zqxj ' || title, context = 'Zqxj' where slug = any(${slugs}::text[]) and kind in ('strategy', 'event', 'territory')`.execute(db);
  const { request } = await openApp({ db });
  for (const path of ['/objectifs/bordeaux-2020-2026-9', '/seances/raict-2023-pleniere', '/rencontres/lancement-plateforme-na-2022', '/agenda', '/groupes/groupe-pays-israel', '/a-confirmer']) {
    const response = await request(path);
    expect([path, response.status, (await response.text()).includes('Zqxj')]).toEqual([path, 200, false]);
  }
  // Its sessions are public; that they are of this meeting is not.
  expect(await (await request('/agenda.ics?rencontre=raict-2023')).text()).not.toContain('BEGIN:VEVENT');
});

test('R194 typing the very name of a draft is answered as for any name that does not exist', async () => {
  const db = await freshDatabase();
  const name = 'Bordo'; // a misspelling of Bordeaux, until a draft bears it
  const ask = async () => wordsOf(await (await (await openApp({ db })).request(`/recherche?q=${name}`)).text());
  const before = await ask();
  expect(before).toContain('Vouliez-vous dire');
  await db.transaction().execute((tx) => createSheet(tx, instance, { kind: 'organisation', slug: 'bordo', title: name, visibility: 'draft' }));
  expect(await ask()).toBe(before);
});
