import { expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { openApp } from '~root/tests/support/index.ts';

const { request, db } = await openApp();

const page = async (path: string) => {
  const response = await request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return plain(await response.text());
};
/** What a person reads: no tags, plain spaces. */
const plain = (html: string) => html.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]+>/g, ' ').replace(/&#39;|&apos;/g, '’').replace(/&amp;/g, '&').replace(/[\s\u00a0\u202f]+/g, ' ');

test('R001 every level of French authority has its sheet, with its codes and its people', async () => {
  const { rows } = await sql<{ type: string; n: number }>`
    select type, count(*)::integer as n from sheets join territories on sheet_id = id where side = 'french' and visibility = 'public' group by type`.execute(db);
  const counts = Object.fromEntries(rows.map(({ type, n }) => [type, n]));
  expect(counts).toMatchObject({
    commune: 34_961, metropole: 22, communaute_urbaine: 14, communaute_agglomeration: 230, communaute_communes: 989, ept: 11,
    departement: 93, region: 14, collectivite_unique: 4, collectivite_europeenne: 1, collectivite_outre_mer: 6, syndicat: 2,
  });
  const bordeaux = await page('/territoires/bordeaux');
  expect(bordeaux).toContain('Code Insee 33063');
  expect(bordeaux).toContain('SIREN 213 300 635');
  expect(bordeaux).toContain('267 991 habitants (2023)');
});

test('R001 a syndicate and an overseas collectivity are authorities too', async () => {
  expect(await page('/territoires/sde-22')).toContain('Syndicat');
  expect(await page('/territoires/polynesie-francaise')).toContain('Collectivité d’outre-mer');
  expect(await page('/territoires/martinique')).toContain('Collectivité territoriale de Martinique');
});

test('R002 a city shows the scales it is nested in, and what each does abroad', async () => {
  const bordeaux = await page('/territoires/bordeaux');
  const scales = bordeaux.slice(bordeaux.indexOf('L’emboîtement des échelles'));
  expect(scales).toMatch(/Bordeaux cette fiche .* Bordeaux Métropole Métropole .* Département de la Gironde Département .* Région Nouvelle-Aquitaine Région/);
  expect(scales).toContain('21 partenariats');
  expect(scales).toContain('rien de connu');
  expect(await page('/territoires/region-nouvelle-aquitaine')).toMatch(/Ce territoire compte 12 départements, \d+ intercommunalités et 4 \d{3} communes\./);
});

test('R002 Paris, Lyon, Corse and Alsace nest as the law has it', async () => {
  const above = async (slug: string) => (await sql<{ department: string | null; region: string | null }>`
    select d.slug as department, r.slug as region from sheets s join territories t on t.sheet_id = s.id
    left join sheets d on d.id = t.department_id left join sheets r on r.id = t.region_id where s.kind = 'territory' and s.slug = ${slug}`.execute(db)).rows[0];
  expect(await above('paris')).toEqual({ department: null, region: 'region-ile-de-france' });
  expect(await above('lyon')).toEqual({ department: null, region: 'region-auvergne-rhone-alpes' });
  expect(await above('ajaccio')).toEqual({ department: 'corse', region: null });
  expect(await above('strasbourg')).toEqual({ department: 'alsace', region: 'region-grand-est' });
});

test('R003 a foreign partner has a sheet with its country, whatever its level', async () => {
  expect(await page('/territoires/lima')).toContain('Pérou');
  expect(await page('/territoires/land-de-hesse')).toMatch(/Land .*Allemagne/);
  expect(await page('/territoires/province-buenos-aires')).toMatch(/Province .*Argentine/);
  expect(await page('/territoires/hauts-bassins')).toContain('Burkina Faso');
});

test('R004 a refugee camp is a partner like another', async () => {
  const camp = await page('/territoires/aida');
  expect(camp).toContain('Camp de réfugiés d’Aida');
  expect(camp).toContain('Grigny');
  expect(camp).toContain('Placé à Bethléem');
});

test('R007 homonyms are told apart by département and population, codes and former names find the sheet', async () => {
  const homonyms = await page('/territoires?q=saint-denis');
  expect(homonyms).toMatch(/La Réunion \(974\) .*155 634 habitants/);
  expect(homonyms).toMatch(/Seine-Saint-Denis \(93\) .*149 077 habitants/);
  expect(await page('/territoires?q=33000')).toMatch(/Un territoire trouvé .*Bordeaux Gironde \(33\)/);
  expect(await page('/territoires?q=Pierrefitte-sur-Seine')).toMatch(/Saint-Denis Seine-Saint-Denis \(93\) .*ancien nom : Pierrefitte-sur-Seine/);
  expect(await page('/territoires?q=saint denis reunion')).toContain('Un territoire trouvé');
  expect(await page('/territoires?q=Bordo')).toContain('Rien ne porte exactement ce nom');
});

test('R007 an address made of a code leads to the sheet, a former code to the successor', async () => {
  for (const [code, slug] of [['33063', 'bordeaux'], ['213300635', 'bordeaux'], ['243300316', 'bordeaux-metropole'], ['93059', 'saint-denis'], ['2A004', 'ajaccio'], ['33', 'departement-gironde']]) {
    const response = await request(`/territoires/${code}`);
    expect([code, response.status, response.headers.get('location')]).toEqual([code, 301, `/territoires/${slug}`]);
  }
  expect((await request('/territoires/99999')).status).toBe(404);
});

test('R015 a place is found under any of its spellings', async () => {
  expect(await page('/territoires?q=Ashod')).toContain('Ashdod Israël');
  expect(await page('/territoires?q=Saint Petersburg')).toContain('Saint-Pétersbourg');
  expect(await page('/territoires?q=Kraków')).toContain('Cracovie Pologne');
  expect(await page('/territoires/ashdod')).not.toContain('Ashod');
});

test('R017 an authority with nothing abroad is a full sheet that says so and invites', async () => {
  const sheet = await page('/territoires/zuydcoote');
  expect(sheet).toContain('Rien n’est encore connu de cette collectivité à l’international.');
  expect(sheet).toContain('Lire comment commencer');
  expect(sheet).toMatch(/À côté, d’autres ont commencé .*Lille/);
  expect(sheet).toContain('1 630 habitants (2023)');
});

test('R017 where coordinates are approximate, the page says from what', async () => {
  const { rows: [one] } = await sql<{ slug: string }>`select slug from sheets join territories on sheet_id = id where position_basis = 'neighbours' limit 1`.execute(db);
  expect(await page(`/territoires/${one!.slug}`)).toContain('Position approchée : au milieu des communes qui partagent son code postal.');
  expect(await page('/territoires/bailar')).toContain('Pas encore de coordonnées');
});

test.for([
  ['casablanca', ['Bordeaux', 'Toulouse']],
  ['ramallah', ['Bordeaux', 'Toulouse']],
  ['douala', ['Bordeaux', 'Strasbourg']],
] as const)('R019 %s shows every French authority linked to it', async ([slug, names]) => {
  const sheet = await page(`/territoires/${slug}`);
  expect(sheet).toContain('Deux collectivités françaises, un même partenaire');
  const who = sheet.slice(sheet.indexOf('Qui travaille avec'), sheet.indexOf('Les autres partenaires en commun'));
  for (const name of names) expect(who).toContain(name);
});

test('R019 what only an opinion text says is marked to be confirmed', async () => {
  expect(await page('/territoires/casablanca')).toContain('cité par un texte d’opinion, à confirmer');
});

test('R025 a country page says how an authority names it', async () => {
  expect(await page('/pays/PS')).toContain('Bordeaux écrit « Territoire Palestinien ».');
});

test('R035 Bordeaux has eight partners in Europe and six in the European Union', async () => {
  const bordeaux = await page('/territoires/bordeaux');
  const zones = bordeaux.slice(bordeaux.indexOf('Dans quelles parties du monde'));
  expect(zones).toMatch(/Europe 8 /);
  expect(zones).toMatch(/Union européenne 6 /);
  expect(bordeaux).toContain('21 partenariats publiés, dans 20 pays et territoires, sur 4 continents.');
});

test('R035 continents add up to all published partnerships, other zones overlap', async () => {
  const list = await page('/pays');
  const count = (zone: string) => Number(new RegExp(` ${zone} (\\d+) `).exec(list)![1]);
  const { rows: [all] } = await sql<{ n: number }>`
    select count(*)::integer as n from sheets where kind = 'partnership' and visibility = 'public' and type not in ('projet', 'contact') and countries <> '{}'`.execute(db);
  expect(['Europe', 'Afrique', 'Asie', 'Amériques', 'Océanie'].map(count).reduce((a, b) => a + b)).toBe(all!.n);
  expect(count('Europe')).toBeGreaterThan(count('Union européenne'));
});

test('R178 a country says how many French authorities are active there, and how they are counted', async () => {
  const palestine = await page('/pays/PS');
  expect(palestine).toMatch(/3 collectivités françaises actives .*Chacune compte une fois/);
});

test('a placeholder that no document names has no public page', async () => {
  for (const slug of ['departement-non-nomme-gsef', 'jerusalem', 'ville-aeroportuaire-cuba', 'collectivite-senegal-nimes', 'collectivite-palestine-lille']) {
    expect([slug, (await request(`/territoires/${slug}`)).status]).toEqual([slug, 404]);
  }
});

test('a country has one address: its code in capitals; France leads to its authorities', async () => {
  expect((await request('/pays/pe')).headers.get('location')).toBe('/pays/PE');
  expect((await request('/pays/FR')).headers.get('location')).toBe('/territoires');
  expect((await request('/pays/XX')).status).toBe(404);
});

test('in English and in Spanish, countries and words are the reader’s', async () => {
  expect(await page('/en/territoires/lima')).toContain('Peru');
  expect(await page('/es/territoires/cracovie')).toContain('Polonia');
  expect(await page('/es/pays')).toContain('Unión Europea');
});

test('R007 the general search knows a commune by its postal code', async () => {
  expect(await page('/recherche?q=93200')).toMatch(/1 territoire Saint-Denis Seine-Saint-Denis \(93\)/);
  expect(await page('/recherche?q=33000')).toContain('Bordeaux Gironde (33)');
});

test('what a movement proposes for Toulouse is shown, and not counted as what Toulouse does', async () => {
  const toulouse = await page('/territoires/toulouse');
  expect(toulouse).toContain('proposée, non adoptée');
  expect(toulouse).toMatch(/cette fiche 514 819 13 partenariats Toulouse Métropole/);
  expect(toulouse).toContain('implication souhaitée, aucune adhésion connue');
});

test('what was announced for a day now past is not shown as still to come', async () => {
  expect(await page('/territoires/bordeaux')).toMatch(/Appui à l’organisation du forum mondial .* mai 2023 prévue, date passée/);
});
