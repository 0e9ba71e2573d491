import { beforeAll, expect, test } from 'vitest';
import { instance } from '~/platform/events/index.ts';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { linksOf, wordsOf } from '~root/tests/support/words.ts';
import { createAction } from './commands.ts';

let opened: OpenedApp;
let read: (path: string) => Promise<string>;
let html: (path: string) => Promise<string>;
beforeAll(async () => {
  opened = await openApp();
  html = async (path) => (await opened.request(path)).text();
  read = async (path) => wordsOf(await html(path));
});

test('R064 an action has a title, a date, a place, partners, a theme and a description', async () => {
  const page = await html('/actions/residence-munich');
  const text = wordsOf(page);
  expect(text).toContain("Résidence d’architecture croisée avec Munich");
  expect(text).toContain('janvier 2023');
  expect(text).toContain('Lieu Munich');
  for (const href of ['/territoires/bordeaux', '/territoires/munich', '/organisations/goethe-institut', '/organisations/institut-francais', '/objectifs/bordeaux-2020-2026-8']) expect(page).toContain(`href="${href}"`);
  expect(text).toContain('Un projet pilote');
  expect(page).toContain('href="/themes/architecture"');
});

test('R064 an action tells its networks, its programme and its partnership', async () => {
  expect(await html('/actions/eau-nouakchott')).toContain('href="/reseaux/aimf"');
  const inspire = await html('/actions/inspire');
  expect(inspire).toContain('href="/programmes/inspire"');
  expect(inspire).toMatch(/href="\/partenariats\/bordeaux-+cracovie"/);
});

test('R065 a date is known to the month, to the year or not at all, and never to a made-up day', async () => {
  expect(await read('/actions/course-velo-bristol')).toContain('Date juillet 2022 (connue au mois près)');
  expect(await read('/actions/saison-france-portugal')).toContain("Date 2022 (connue à l’année près)");
  expect(await read('/actions/sommet-ovpm-quebec')).toContain('Date date inconnue');
  const { db } = opened;
  const days = await db.selectFrom('sheets').select('slug').where('kind', '=', 'action').where('start_precision', '=', 'day').execute();
  expect(days).toEqual([]);
});

test('R065 the list counts 20 dated actions and 37 without a date, the latest year first', async () => {
  const page = await read('/actions');
  expect(page).toContain('57 actions connues : 20 datées, 37 de date inconnue.');
  const at = [' 2023 ', ' 2022 ', ' 2021 ', 'Date inconnue'].map((word) => page.indexOf(word));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
});

test('R066 a caption and its credit are kept before the picture is there', async () => {
  const page = await read('/actions/accueil-maire-fukuoka');
  expect(page).toContain('« Accueil du Maire de Fukuoka à Bordeaux, novembre 2022 »');
  expect(page).toContain('© Thomas Sanson, ville de Bordeaux');
  const { db } = opened;
  const { n } = await db.selectFrom('sheet_facts').select((eb) => eb.fn.countAll<number>().as('n')).where('field', '=', 'caption').executeTakeFirstOrThrow();
  expect(Number(n)).toBe(17);
});

test('R057 an action says on which ground it serves an objective', async () => {
  expect(await read('/actions/evaluation-deplacements')).toContain('Le texte la cite dans le paragraphe de cet objectif.');
  expect(await read('/actions/atelier-visio-2021')).toContain('Sa photo est placée à côté de cet objectif');
  expect(await read('/actions/mission-lima-agroecologie')).toContain("nous le faisons d’après son sujet");
  const both = await html('/actions/dispositifs-metropole');
  expect(both).toContain('href="/objectifs/bordeaux-2020-2026-5"');
  expect(both).toContain('href="/objectifs/bordeaux-2020-2026-7"');
});

test('R061 a one-off action outside the priority circle is marked, and one inside is not', async () => {
  for (const slug of ['delegation-comodoro', 'urgence-liban', 'urgence-turquie']) expect(await read(`/actions/${slug}`)).toContain("La stratégie ne l’exclut pas.");
  for (const slug of ['mission-douala-2022', 'mois-quebec', 'sommet-ovpm-quebec', 'eau-nouakchott', 'sos-mediterranee', 'groupe-ecoresponsable']) expect(await read(`/actions/${slug}`)).not.toContain("La stratégie ne l’exclut pas.");
});

test('R058 the forum of Dakar was planned for May 2023: nobody has said what became of it', async () => {
  const page = await read('/actions/forum-gsef-dakar');
  expect(page).toContain('à confirmer');
  expect(page).toContain('Aucun document reçu depuis ne dit si elle a eu lieu.');
});

test('R057 an action dated before the strategy is accepted, and flagged on both pages', async () => {
  const db = await freshDatabase();
  const { request } = await openApp({ db });
  const idOf = async (kind: string, slug: string) => (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
  const [holderId, objective] = [await idOf('territory', 'bordeaux'), await idOf('objective', 'bordeaux-2020-2026-9')];
  await db.transaction().execute((tx) =>
    createAction(tx, instance, {
      slug: 'essai-2018', title: 'Un atelier de 2018', type: 'evenement', holderId, state: 'done', start: parsePartialDate('2018'), places: [], partners: [], networks: [],
      programmes: [], partnerships: [], objectives: [{ id: objective, basis: 'inferred' }], zones: [], captions: [], note: null, words: '', sources: [{ document: 'bordeaux-strategie-2020-2026' }],
    }));
  expect(await (await request('/actions/essai-2018')).text()).toContain('Date hors de la période');
  expect(await (await request('/objectifs/bordeaux-2020-2026-9')).text()).toContain('hors de la période');
  expect(await (await request('/strategies/bordeaux-2020-2026')).text()).toContain('1 action a une date hors de la période');
});

test('R064 all fifty-seven pages open, a few in three languages, and what they link to exists', async () => {
  const slugs = await opened.db.selectFrom('sheets').select('slug').where('kind', '=', 'action').execute();
  expect(slugs).toHaveLength(57);
  const links = new Set<string>();
  for (const [index, { slug }] of slugs.entries()) {
    const response = await opened.request(`/actions/${slug}`);
    expect([slug, response.status]).toEqual([slug, 200]);
    if (index % 8) continue;
    for (const prefix of ['/en', '/es']) expect([slug, (await opened.request(`${prefix}/actions/${slug}`)).status]).toEqual([slug, 200]);
    for (const href of linksOf(await response.text())) links.add(href);
  }
  for (const href of links) expect([href, (await opened.request(href)).status < 400]).toEqual([href, true]);
});

test('R197 in English the interface is English and the data says that it is French', async () => {
  const page = await (await opened.request('/en/actions/forum-gsef-dakar')).text();
  expect(wordsOf(page)).toContain('No document received since says whether it took place.');
  expect(wordsOf(page)).toContain('The contents of this page are in French');
  expect(page).toMatch(/<a href="\/en\/reseaux\/gsef" lang="fr">/);
});
