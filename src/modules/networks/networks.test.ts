import { beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { linksOf, wordsOf } from '~root/tests/support/words.ts';

let opened: OpenedApp;
let read: (path: string) => Promise<string>;
let html: (path: string) => Promise<string>;
beforeAll(async () => {
  opened = await openApp();
  html = async (path) => (await opened.request(path)).text();
  read = async (path) => wordsOf(await html(path));
});

test('R041 a network has its name, acronym, mission, aims and founding year', async () => {
  const afccre = await read('/reseaux/afccre');
  expect(afccre).toContain("Association française du Conseil des communes et régions d’Europe");
  expect(afccre).toContain('AFCCRE');
  expect(afccre).toContain('créé en 1951');
  expect(afccre).toContain("sous l’impulsion de Jacques Chaban-Delmas et Gaston Defferre");
  const eurocities = await read('/reseaux/eurocities');
  expect(eurocities).toContain('créé en 1986');
  expect(eurocities).toContain('Développer les politiques européennes qui concernent les villes');
});

test('R041 what no document says of a network is not made up', async () => {
  expect(await read('/reseaux/pacte-de-milan')).not.toContain('créé en');
  expect(await read('/reseaux/pacte-de-milan')).not.toContain('En chiffres');
});

test('R042 the AIMF counts 188 cities, 23 associations and 48 countries, by a source that bears no date', async () => {
  const page = await read('/reseaux/aimf');
  expect(page).toMatch(/188 villes Date d’observation inconnue : la source n’est pas datée\. Source : Les réseaux internationaux de villes , l\. 9/);
  expect(page).toMatch(/23 associations /);
  expect(page).toMatch(/48 pays /);
});

test('R042 a figure keeps its qualifier and the date at which it was said', async () => {
  expect(await read('/reseaux/cglu')).toContain('villes membres (plus de 1 000)');
  expect(await read('/reseaux/afccre')).toContain('collectivités territoriales (près de 2 000)');
  expect(await read('/reseaux/asointermedias')).toContain('Observé : septembre 2023');
});

test('R042 the « 3 x 20 » of 2020 is past, and marked so', async () => {
  const page = await read('/reseaux/convention-des-maires');
  expect(page.match(/Périmé/g)).toHaveLength(3);
  expect(page).toContain("L’échéance de 2020 est passée.");
  expect(await read('/reseaux/aimf')).not.toContain('Périmé');
});

test('R043 an authority is a member since a year, or since nobody knows when', async () => {
  const list = await read('/reseaux?territoire=bordeaux');
  expect(list).toContain('Climate Chance membre, depuis 2022');
  expect(list).toContain('Pacte de Milan membre, date inconnue');
});

test('R044 Bordeaux sits on the board of the AIMF, and on the world council and executive bureau of UCLG', async () => {
  expect(await read('/reseaux/aimf')).toMatch(/Bordeaux membre du bureau Source : .*? l\. 103 depuis 2021/);
  const cglu = await read('/reseaux/cglu');
  expect(cglu).toMatch(/membre du conseil mondial Source : .*? depuis 2022/);
  expect(cglu).toMatch(/membre du bureau exécutif Source : .*? depuis 2022/);
});

test('R045 the presidency of a commission and of a geographic group has its scope', async () => {
  expect(await read('/reseaux/aimf')).toContain('préside une commission ( économie circulaire et égalité femmes-hommes )');
  expect(await read('/reseaux/cuf')).toContain('préside un groupe géographique ( Dynamique Amérique latine et Caraïbes )');
});

test('R046 Bordeaux hosts a secretariat and a hub', async () => {
  expect(await read('/reseaux/gsef')).toContain('accueille le secrétariat à Bordeaux');
  expect(await read('/reseaux/climate-chance')).toContain('accueille un pôle ( biodiversité ) à Bordeaux');
});

test('R047 a role held jointly names its four holders, the unnamed one included', async () => {
  const page = await read('/reseaux/gsef');
  expect(page).toContain('Bordeaux , Bordeaux Métropole , le Département (non nommé par le document) , Région Nouvelle-Aquitaine (ensemble) préside le réseau');
});

test('R048 networks are read by scale', async () => {
  const page = await html('/reseaux');
  const of = (from: string, to: string) => page.slice(page.indexOf(`id="${from}"`), page.indexOf(`id="${to}"`)).match(/href="\/reseaux\/[a-z]/g)?.length;
  expect([of('international', 'european'), of('european', 'national'), of('national', 'regional')]).toEqual([12, 7, 4]);
  expect(await read('/reseaux')).toContain('27 réseaux connus');
});

test('R048 Bordeaux has eight main networks and seven thematic ones', async () => {
  const page = await html('/reseaux?territoire=bordeaux');
  const of = (from: string, to: string) => page.slice(page.indexOf(`id="${from}"`), page.indexOf(`id="${to}"`)).match(/href="\/reseaux\/[a-z]/g)?.length;
  expect([of('main', 'thematic'), of('thematic', 'named')]).toEqual([8, 7]);
});

test('R048 the two lists of Bordeaux differ, and the page says how', async () => {
  const page = await read('/reseaux?territoire=bordeaux');
  expect(page).toContain('Deux listes qui ne disent pas la même chose');
  expect(page).toContain('cite 15 réseaux');
  expect(page).toContain('en cite 10. 7 figurent dans les deux.');
  expect(page).toMatch(/Seulement dans « Les réseaux internationaux de villes » : .*Botanic Garden Conservation International.*Convention des maires/);
});

test('R049 a network belongs to a larger one, seen from both', async () => {
  expect(await html('/reseaux/cuf')).toContain('fait partie de <a href="/reseaux/cglu">CGLU</a>');
  expect(await read('/reseaux/cglu')).toContain('Cités Unies France');
  expect(await html('/reseaux/afccre')).toContain('fait partie de <a href="/reseaux/ccre">');
  // 004 only suggests it
  expect(await html('/reseaux/platforma')).not.toContain('fait partie de');
});

test('R050 Bordeaux meets Québec in the heritage cities, and the page of the AIMF names nobody', async () => {
  expect(await read('/reseaux/ovpm')).toContain('Bordeaux y retrouve Québec, avec qui existe un partenariat. Bordeaux – Québec');
  const aimf = await read('/reseaux/aimf');
  expect(aimf).not.toContain('y retrouve');
  expect(aimf).toContain("sans nommer celles qu’on rencontre dans celui-ci");
});

test('R051 taking part in forums and working groups is a role with its scope', async () => {
  expect(await read('/reseaux/eurocities')).toContain('membre actif ( forums et groupes de travail, dont le Forum numérique )');
});

test('R052 an euroregion and a network tied to a company are kinds of their own; a wish is no membership', async () => {
  const euroregion = await read('/reseaux/euroregion-pyrenees-mediterranee');
  expect(euroregion).toContain('Eurorégion');
  expect(euroregion).toContain('implication souhaitée');
  expect(euroregion).toContain("texte d’opinion");
  expect(await read('/reseaux/villes-michelin')).toContain('Réseau de villes lié à une entreprise');
  const { db } = opened;
  const wished = await db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'from_id').select('role').where('sheets.slug', '=', 'euroregion-pyrenees-mediterranee').where('role', 'in', ['member', 'wished']).execute();
  expect(wished).toEqual([{ role: 'wished' }]);
});

test('R048 every link of the networks pages leads somewhere', async () => {
  for (const path of ['/reseaux', '/reseaux?territoire=bordeaux', '/reseaux/ovpm']) {
    for (const href of linksOf(await html(path))) expect([href, (await opened.request(href)).status < 400]).toEqual([href, true]);
  }
});

test('R041 machines read the network: its members, roles and larger network', async () => {
  const json = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await html('/reseaux/cuf'))![1]!);
  expect(json['@type']).toBe('Organization');
  expect(json.memberOf.name).toBe('Cités et gouvernements locaux unis');
  expect(json.member[0]).toMatchObject({ '@type': 'OrganizationRole', startDate: '2021', member: { name: 'Bordeaux' } });
});
