import { expect, test } from 'vitest';
import { openApp } from '~root/tests/support/index.ts';
import { zonesOf } from '~/reference/index.ts';
import { anonymous } from '~/sheets/index.ts';
import { countPartnerships, listAnniversaries, listPartnerships } from './index.ts';

const { db, request } = await openApp();

/** What a person reads: words without tags, single spaces. */
async function read(path: string): Promise<string> {
  const response = await request(path);
  expect([path, response.status]).toEqual([path, 200]);
  const html = (await response.text()).replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '');
  return html.replace(/<sup.*?<\/sup>/gs, '').replace(/<[^>]+>/g, ' ').replaceAll('&nbsp;', ' ').replaceAll('&#39;', "'").replace(/[\s\u00a0\u202f]+/g, ' ');
}

const published = await listPartnerships(db, anonymous);

test('R021 R022 forty-four are published: 22 twinnings, 16 agreements, and 6 other links told apart', async () => {
  expect(published).toHaveLength(44);
  expect(countPartnerships(published)).toEqual({ twinnings: 22, agreements: 16, total: 38, others: 6 });
  expect(await read('/partenariats')).toContain('Comptent les jumelages et les accords de coopération actifs');
});

test('R022 Bordeaux has 21 partnerships, 13 twinnings and 8 agreements; Cuba and Comodoro Rivadavia are not among them', () => {
  const bordeaux = published.filter((one) => one.french.some((party) => party.slug === 'bordeaux'));
  expect(countPartnerships(bordeaux)).toEqual({ twinnings: 13, agreements: 8, total: 21, others: 1 });
  expect(bordeaux.map((one) => one.title).join()).not.toMatch(/Cuba|Comodoro/);
});

test.each(['bordeaux-cuba', 'bordeaux-comodoro-rivadavia', 'lille-collectivite-palestine-lille', 'corbeil-essonnes-jerusalem'])('a draft has no public page: %s', async (slug) => {
  expect((await request(`/partenariats/${slug}`)).status).toBe(404);
});

test('R023 a twinning year and the year an agreement started are each said for what they are', async () => {
  expect(await read('/partenariats/bordeaux-lima')).toContain('Année du jumelage.');
  const riga = await read('/partenariats/bordeaux-riga');
  expect(riga).toContain('démarré en 1993');
  expect(riga).toContain('Année de démarrage de l’accord.');
  expect(await read('/partenariats/nancy-kiryat-shmona')).toContain('Début du partenariat.');
  expect(await read('/partenariats/toulouse-bologne')).toContain('année de départ inconnue');
});

test('R024 Bamako shows 2000 and 1999, each with its place in its source, and says that it is to confirm', async () => {
  const page = await read('/partenariats/bordeaux-bamako');
  expect(page).toContain('démarré en 2000 ou 1999');
  expect(page).toMatch(/2000 , année retenue Tableau des villes à accord de coopération\. .*l\. 55/);
  expect(page).toMatch(/1999 , autre année, gardée Liste numérotée des villes partenaires\. .*l\. 74/);
  expect(page).toContain('À confirmer');
});

test('R025 Bordeaux names a territory its own way, Toulouse keeps the common name', async () => {
  expect(await read('/partenariats/bordeaux-ramallah')).toContain('France – Territoire Palestinien');
  expect(await read('/partenariats/toulouse-ramallah')).toContain('France – Palestine');
});

test('R026 R030 Lima is active since 1956, slept at an unknown date, and was relaunched before April 2023', async () => {
  const page = await read('/partenariats/bordeaux-lima');
  expect(page).toMatch(/1956 Actif Année du jumelage\. date inconnue En sommeil Déduit du mot .* avant avril 2023 Relancé « Bordeaux a relancé le partenariat avec Lima »/);
});

test('R028 each strand of Lima has its state and what shows it; the economic one has nothing reported', async () => {
  const page = await read('/partenariats/bordeaux-lima');
  expect(page).toMatch(/Politique actif Délégation de Lima reçue à Bordeaux, décembre 2021/);
  expect(page).toContain('Rien n’est signalé pour les autres : économique, culturel et citoyen.');
});

test.each([['bristol', 'en finalisation'], ['douala', 'en finalisation'], ['bilbao', 'en finalisation'], ['quebec', 'signé'], ['fukuoka', 'signé']])('R029 the new programme with %s is %s', async (city, state) => {
  expect(await read(`/partenariats/bordeaux-${city}`)).toContain(`Nouveau programme de coopération ${state} Dernière mention : 4 avril 2023`);
});

test('R032 the dimensions that Bordeaux gives to all its partnerships are not passed off as those of one', async () => {
  const page = await read('/partenariats/bordeaux-oran');
  expect(page).toContain('dimensions politiques, techniques, économiques, culturelles et citoyennes, sans le préciser pour celui-ci');
  expect(await read('/partenariats/lille-saint-louis')).not.toContain('dimensions');
});

test('R033 no text says which partnership is a priority: the page lists it among what is missing', async () => {
  expect(await read('/partenariats/bordeaux-porto')).toMatch(/Ce qui manque encore ici .*son rang parmi les priorités/);
});

test('R034 what residents gain is told on each side, and said to be unknown where no text tells it', async () => {
  const lima = await read('/partenariats/bordeaux-lima');
  expect(lima).toMatch(/Ce que les habitants y gagnent Bordeaux Des étudiants .* Lima Un projet de cantines communautaires/);
  expect(await read('/partenariats/bordeaux-douala')).toMatch(/gagnent Bordeaux Non renseigné/);
  expect(await read('/partenariats/bordeaux-madrid')).toContain('ne disent pas encore ce que ce lien apporte');
});

test('R035 partnerships are counted by continent, and overlapping zones have counts of their own', async () => {
  const page = await read('/partenariats');
  expect(page).toContain('7 jumelages et 7 accords de coopération');
  expect(page).toMatch(/Méditerranée \d+ jumelages?/);
  expect(page).toMatch(/Union européenne 5 jumelages et 6 accords/);
  const europe = published.filter((one) => one.french[0]!.slug === 'bordeaux' && one.countries.some((iso) => ['GB', 'ES', 'DE', 'PT', 'PL', 'LV', 'RU'].includes(iso)));
  expect(europe).toHaveLength(8);
  // the six « en Europe » of the strategy are those of the European Union: Europe is not the European Union
  expect(europe.filter((one) => one.countries.some((iso) => zonesOf(iso).some((zone) => zone.slug === 'union-europeenne')))).toHaveLength(6);
});

test('R036 the timeline of Lima tells its missions backwards, its silence, and its beginning', async () => {
  expect(await read('/partenariats/bordeaux-lima')).toMatch(/Chronologie 4 avril 2023 La relance est écrite .* février 2023 .* février 2022 .* décembre 2021 .* 1957 – 2020 Rien n’est encore raconté ici\. 1956 Jumelage/);
});

test('R188 what only an opinion says carries its author', async () => {
  const page = await read('/partenariats/toulouse-hanoi');
  expect(page).toContain('Connu par un texte d’opinion');
  expect(page).toContain('Son auteur : Archipel Citoyen');
  expect(await read('/partenariats/bordeaux-lima')).not.toContain('texte d’opinion');
});

test('the head joins the two names with distance, age and hours of this season and of the other', async () => {
  const page = await read('/partenariats/bordeaux-lima');
  expect(page).toContain('9 900 km');
  expect(page).toContain('depuis 1956, 70 ans cette année');
  expect(page).toContain('6 h de décalage ces jours-ci, 7 h l’été');
});

test('R019 a partner that others share leads to them: Douala, Bordeaux and Strasbourg', async () => {
  expect(await read('/partenariats/bordeaux-douala')).toContain('aussi partenaire : Strasbourg');
  expect(await read('/partenariats/strasbourg-douala')).toContain('aussi partenaire : Bordeaux');
});

test('a partner without coordinates is named and waits for the map', async () => {
  expect(await read('/partenariats/houdan-bailar')).toContain('Bailar : la carte attend encore des coordonnées');
});

test('anniversaries of 2026 are Lima 70, Shizuoka 35 and Douala 10, each named for what it is', async () => {
  const found = await listAnniversaries(db, anonymous, 2026);
  expect(found.map(({ partnership, years }) => [partnership.title, years, partnership.startMeaning])).toEqual([
    ['Bordeaux – Lima', 70, 'twinning'], ['Cannes – Shizuoka', 35, 'twinning'], ['Bordeaux – Douala', 10, 'agreement'],
  ]);
  const page = await read('/anniversaires');
  expect(page).toContain('Accord de coopération démarré en 2016');
  expect(page).toContain('Et en 2027');
  expect(page).toContain('Sur 44 partenariats publiés, l’année de départ manque pour 21.');
});

test('each programme says who carries it and leads to its partnerships', async () => {
  expect((await (await request('/programmes')).text()).match(/href="\/programmes\/[a-z0-9-]+"/g)).toHaveLength(24);
  const inspire = await read('/programmes/inspire');
  expect(inspire).toMatch(/Financé par Ministère de l.Europe/);
  expect(inspire).toContain('Bordeaux – Cracovie');
});

test('R197 English and Spanish pages carry no French interface', async () => {
  expect(await read('/en/partenariats/bordeaux-lima')).toMatch(/What residents gain .* Where the partnership stands .* Each strand has its own state/);
  expect(await read('/es/partenariats/bordeaux-lima')).not.toMatch(/Ce que les habitants|Où en est|Chronologie/);
  expect(await read('/en/partenariats/bordeaux-ramallah')).not.toContain('Territoire Palestinien');
  expect(await read('/en/partenariats')).toContain('Bordeaux Munich Germany Twinning');
});

test('a partnership is described to machines with its two members; a doubtful year is not given as certain', async () => {
  const jsonLd = async (slug: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await (await request(`/partenariats/${slug}`)).text())![1]!);
  expect(await jsonLd('bordeaux-lima')).toMatchObject({ '@type': 'Project', foundingDate: '1956', member: [{ name: 'Bordeaux' }, { name: 'Lima' }] });
  expect(await jsonLd('bordeaux-bamako')).not.toHaveProperty('foundingDate');
});
