import { beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { paths } from './paths.ts';

let opened: OpenedApp;
let read: (path: string) => Promise<string>;
beforeAll(async () => {
  opened = await openApp();
  read = async (path) => (await opened.request(path)).text();
});

test('R018 a newcomer finds the framework, the powers, the means and who can help, without a partnership asked', async () => {
  const html = await read('/premiere-action');
  for (const id of ['cadre', 'competences', 'moyens', 'aide', 'commencer']) expect(html).toContain(`id="${id}"`);
  expect(html).toContain('Aucun partenariat n’est demandé');
  expect(html).toContain('href="/textes/loi-2016-12-05"');
  expect(html).toContain('à vérifier');
  expect(html).toContain('href="/financements/dcol-appui"');
});

test('R018 everything it leads to exists', async () => {
  const main = (await read('/premiere-action')).split('<main')[1]!.split('</main>')[0]!;
  const links = [...new Set([...main.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => href!))];
  expect(links.length).toBeGreaterThan(10);
  for (const href of links) {
    const { status, headers } = await opened.request(href);
    // Asking one's peers is for members: a visitor is led to the way in, and back.
    expect([href, status === 303 && headers.get('location')?.startsWith('/connexion?suite=') ? 200 : status]).toEqual([href, 200]);
  }
});

test('R018 J5 each scale has a case with its source; an article that nobody has opened again is to be verified', async () => {
  const words = wordsOf(await read('/premiere-action'));
  for (const level of ['Commune.', 'Métropole, intercommunalité.', 'Syndicat.', 'Département.', 'Région.']) expect(words).toContain(level);
  expect(words).toMatch(/Grabels coopère avec Abalak.{0,120}Source : .{0,160} , l\. 77/);
  expect(words).toMatch(/L\. 1115-1 : la compétence et les conventions\. à vérifier/);
  for (const href of ['/questions', '/revendiquer', '/chercher-un-partenaire', '/bourse']) expect(await read('/premiere-action')).toContain(`href="${href}"`);
});

test('R197 each page of text exists in three languages, each with its own title', async () => {
  for (const path of Object.values(paths)) {
    const titles = await Promise.all(['', '/en', '/es'].map(async (prefix) => /<h1[^>]*>(.*?)<\/h1>/s.exec(await read(prefix + path.href({})))?.[1]));
    expect(titles.every(Boolean)).toBe(true);
    expect(new Set(titles).size, path.pattern).toBeGreaterThanOrEqual(path === paths.glossary ? 2 : 3);
  }
});

test('R196 the accessibility page announces no rate of conformity before an audit', async () => {
  const html = await read('/accessibilite');
  expect(html).toContain('audit en cours');
  expect(html).toContain('aucun taux de conformité');
});

test('the glossary begins with the reader’s language, in its order', async () => {
  const spanish = await read('/es/glossaire');
  const heads = [...spanish.matchAll(/<th scope="row"[^>]*><span[^>]*lang="es"[^>]*>([^<]+)/g)].map(([, term]) => term!);
  expect(heads.length).toBeGreaterThan(70);
  expect(heads).toEqual(heads.toSorted(new Intl.Collator('es').compare));
});

test('every link of the footer leads somewhere', async () => {
  const foot = (await read('/a-propos')).split('<footer')[1]!;
  const links = [...foot.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!);
  expect(links.length).toBeGreaterThan(8);
  for (const href of links) expect([href, (await opened.request(href)).status]).toEqual([href, 200]);
});
