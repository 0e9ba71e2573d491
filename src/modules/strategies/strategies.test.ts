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

const bordeaux = '/strategies/bordeaux-2020-2026';

test('R053 the strategy of Bordeaux has a period, an ambition and an adoption date that comes later', async () => {
  const page = await read(bordeaux);
  expect(page).toContain('Une ambition renouvelée');
  expect(page).toContain('2020');
  expect(page).toContain('2026');
  expect(page).toContain('adoptée le 4 avril 2023');
  expect(page).toContain("La période commence avant l’adoption");
  expect(page).toContain('Être reconnue dans le monde');
});

test('R054 geographic priorities come in three tiers, in order', async () => {
  const page = await read(bordeaux);
  const at = ['En premier', 'Axe atlantique', 'Liens entretenus', 'Méditerranée', 'Au cas par cas', 'Hors du cercle prioritaire'].map((word) => page.indexOf(word));
  expect(at.every((position) => position > 0)).toBe(true);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
});

test('R055 three thematic priorities are made of five themes', async () => {
  const page = await html(bordeaux);
  expect(page).toContain("Trois thèmes d’abord");
  for (const theme of ['climat-biodiversite', 'climat', 'biodiversite', 'ess', 'citoyennete', 'interculturalite']) expect(page).toContain(`href="/themes/${theme}"`);
});

test('R056 the nine objectives are numbered, and each has its address', async () => {
  const page = await html(bordeaux);
  for (let number = 1; number <= 9; number++) {
    expect(page).toContain(`id="objectif-${number}"`);
    expect((await opened.request(`/objectifs/bordeaux-2020-2026-${number}`)).status).toBe(200);
  }
  expect((await opened.request('/objectifs/bordeaux-2020-2026-10')).status).toBe(404);
});

test('R057 fifty-seven actions, of which twenty are dated, serve the objectives; one may serve two', async () => {
  const page = await html(bordeaux);
  expect(await read(bordeaux)).toContain('Neuf objectifs, 57 actions datée (20) date inconnue (37)');
  const objectives = page.slice(page.indexOf('id="objectifs"'), page.indexOf('id="repartition"'));
  const links = [...objectives.matchAll(/href="\/actions\/([^"]+)"/g)].map(([, slug]) => slug);
  expect(links).toHaveLength(60);
  expect(new Set(links).size).toBe(57);
});

test('R058 objective 9 shows its three actions, their sources, « juillet 2021 » and « date inconnue »', async () => {
  const page = await html('/objectifs/bordeaux-2020-2026-9');
  const actions = page.slice(page.indexOf('id="actions"'));
  expect(new Set([...actions.matchAll(/href="\/actions\/([^"]+)"/g)].map(([, slug]) => slug))).toEqual(new Set(['atelier-visio-2021', 'evaluation-deplacements', 'groupe-ecoresponsable']));
  const text = await read('/objectifs/bordeaux-2020-2026-9');
  expect(actions).toContain('<time datetime="2021-07">juillet 2021</time>');
  expect(text.match(/date inconnue/g)).toHaveLength(2);
  for (const line of ['l. 358', 'l. 360', 'l. 362']) expect(text).toContain(line);
  expect(text).toContain('1 action faite, 2 en cours');
});

test('R058 each state is said: done, under way, being finalised, and to be confirmed when its date has passed', async () => {
  const rows = await read(bordeaux);
  expect(rows).toContain('Programme de coopération avec Bristol date inconnue en finalisation');
  expect(rows).toContain('Nouveau programme de coopération avec Québec date inconnue faite');
  expect(rows).toMatch(/économie sociale et solidaire à Dakar mai 2023 à confirmer/);
  expect(rows).toMatch(/Convention avec l’Institut français, conjointe avec Bordeaux Métropole 2022 – 2024 à confirmer/);
});

test('R059 the shared diagnosis is told: how it was made, strengths, margins of progress', async () => {
  const page = await read(bordeaux);
  expect(page).toContain('Deux consultantes, sept mois, entre 2021 et 2022');
  expect(page).toContain('Un territoire attractif');
  expect(page).toContain('Une stratégie trop peu claire pour les partenaires et les usagers');
});

test('R060 actions are counted by zone, theme and objective, each with its rule', async () => {
  const page = await read(bordeaux);
  const spread = page.slice(page.indexOf('Comment les actions se répartissent'));
  expect(spread).toContain('Amériques (zone prioritaire) 13');
  expect(spread).toContain('sans pays ni zone nommés 20');
  expect(spread).toContain('Climat et biodiversité (thème prioritaire) 9');
  expect(spread).toContain('Une action compte une fois dans chaque zone');
  expect(spread).toMatch(/4\. Culture et jeunesse 4 4 1 0 0 12/);
});

test('R062 each authority keeps its own roadmaps, from one period to the next', async () => {
  const list = await read('/strategies');
  for (const title of ['Une ambition renouvelée', "Feuille de route de l’action extérieure 2019-2021", "Feuille de route pour l’action européenne et internationale"]) expect(list).toContain(title);
  expect(await html('/strategies/nouvelle-aquitaine-2022')).toContain('href="/strategies/nouvelle-aquitaine-2019-2021"');
  expect(await read('/strategies/nouvelle-aquitaine-2019-2021')).toContain('Sa période est terminée.');
  expect(await read('/strategies/nouvelle-aquitaine-2022')).toContain('Cinq objectifs');
});

test('R063 the roadmap of the Region was to take effect in October 2022, after its presentation', async () => {
  const page = await read('/strategies/nouvelle-aquitaine-2022');
  expect(page).toContain("Elle devait prendre effet en octobre 2022. Aucun document reçu depuis ne dit si c’est fait.");
  expect(page).toContain('présentée le 1er avril 2022');
  // its project manager is an agent: his function stands, not his name
  expect(await html('/strategies/nouvelle-aquitaine-2022')).not.toMatch(/Vautravers/i);
});

test('R062 the text of Archipel is an opinion with its author, not an adopted strategy', async () => {
  const page = await read('/strategies/archipel-toulouse');
  expect(page).toContain("C’est une opinion");
  expect(page).toContain('Archipel Citoyen');
  expect(page).toContain("La ville ne l’a pas adopté.");
  expect(page).not.toContain('Adoptée le');
  const list = await read('/strategies');
  expect(list.indexOf('Coopération européenne et internationale')).toBeGreaterThan(list.indexOf('Propositions'));
});

test('R141 the strategy is readable without an account, its ambition first, and all it links to exists', async () => {
  const page = await html(bordeaux);
  expect(page.indexOf("L’ambition")).toBeLessThan(page.indexOf('Trois thèmes'));
  const links = linksOf(page).filter((href) => !href.startsWith('/actions/'));
  expect(links.length).toBeGreaterThan(20);
  for (const href of links) expect([href, (await opened.request(href)).status < 400]).toEqual([href, true]);
});

test('R053 machines read the strategy: its period, its adoption, its objectives', async () => {
  const json = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await html(bordeaux))![1]!);
  expect(json).toMatchObject({ datePublished: '2023-04-04', temporalCoverage: '2020/2026' });
  expect(json.hasPart).toHaveLength(9);
});
