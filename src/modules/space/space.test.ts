import { expect, test } from 'vitest';
import type { Waiting } from '~/sheets/index.ts';
import { freshDatabase, openApp } from '~root/tests/support/index.ts';
import { linksOf, wordsOf } from '~root/tests/support/words.ts';
import { buildTurn } from './rules.ts';

const db = await freshDatabase();
const app = await openApp({ db });

const thing = (n: number): Waiting => ({ title: `Chose ${n}`, seconds: 30, rank: 1, since: '2026-01-01', main: { label: 'Lire', href: '/' } });

test('R199 at most five things wait, the sixth its turn, and the time is that of the five', () => {
  const turn = buildTurn([1, 2, 3, 4, 5, 6, 7].map(thing));
  expect([turn.now.length, turn.later, turn.minutes]).toEqual([5, 2, 3]);
});

test('R199 Mon espace says for whom one acts, what waits, and the sheets of one’s authority with their freshness', async () => {
  const visitor = await app.signIn('elue-bordeaux');
  const html = await (await visitor.get('/mon-espace')).text();
  const words = wordsOf(html);
  expect(words).toContain('Vous agissez pour Bordeaux');
  expect(words).toMatch(/(Une chose|Deux choses|Trois choses|Quatre choses|Cinq choses) vous attend/);
  expect(words).toContain('fiches sont à relire');
  expect(words).toContain('Les fiches de Bordeaux');
  expect(words).toContain('Ce qui a changé');
  expect(html).toContain('class="freshness old"');
});

test('R199 the sheets shown are confirmed together, and can be taken back from there', async () => {
  const visitor = await app.signIn('elue-bordeaux');
  const html = await (await visitor.get('/mon-espace')).text();
  const fiche = [...html.matchAll(/name="fiche" value="([^"]+)"/g)].map(([, id]) => id!);
  expect(fiche.length).toBeGreaterThan(2);
  const after = await (await visitor.submit('/mon-espace/fraicheur', { vers: 'espace', fiche })).text();
  expect(wordsOf(after)).toContain(`${fiche.length} fiches confirmées aujourd’hui`);
  expect(after.match(/fraicheur\/annulation"/g)!.length).toBe(fiche.length);
});

test('R011 somebody without a mandate finds peace, and where to begin', async () => {
  const visitor = await app.signIn('agent-commune');
  const html = await (await visitor.get('/mon-espace')).text();
  const words = wordsOf(html);
  expect(words).toContain('Rien ne vous attend');
  expect(words).toContain('Tout est à jour. Bonne journée.');
  expect(words).toContain('Vous ne suivez rien pour l’instant');
  expect(linksOf(html)).toEqual(expect.arrayContaining(['/revendiquer', '/compte', '/suivis']));
  expect(words).not.toContain('Les fiches de');
});

test('R014 with several mandates and none chosen, nothing is said of what waits: one is asked to choose', async () => {
  const visitor = app.visit();
  await visitor.post('/demonstration/agent-bordeaux');
  const html = await (await visitor.get('/mon-espace')).text();
  expect(wordsOf(html)).toContain('Pour qui agissez-vous');
  expect(wordsOf(html)).not.toContain('Tout est à jour');
  expect(linksOf(html)).toContain('/compte/mandats');
});

test('R199 every person of the demonstration has a page in each language whose links answer', async () => {
  const wrong: string[] = [];
  for (const { demo } of await db.selectFrom('accounts').select('demo').where('demo', 'is not', null).execute()) {
    const visitor = await app.signIn(demo!);
    for (const lang of ['', '/en', '/es']) if ((await visitor.get(`${lang}/mon-espace`)).status !== 200) wrong.push(`${demo} ${lang}`);
    for (const link of linksOf(await (await visitor.get('/mon-espace')).text())) {
      const { status } = await visitor.get(link);
      if (status >= 400) wrong.push(`${demo} ${status} ${link}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);
