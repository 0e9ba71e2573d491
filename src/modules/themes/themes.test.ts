import { expect, test } from 'vitest';
import { listGoals, listTargets, listThemes } from '~/reference/index.ts';
import { sql } from '~/platform/db/index.ts';
import { openApp } from '~root/tests/support/index.ts';

const { request, db } = await openApp();
const page = async (path: string) => {
  const response = await request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.text()).replace(/<head>.*?<\/head>/s, '').replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
};

test('R085 sixty themes on two levels, never three, with names in three languages', () => {
  const themes = listThemes();
  expect(themes).toHaveLength(60);
  const top = new Set(themes.filter((theme) => theme.parent === null).map((theme) => theme.slug));
  for (const theme of themes) {
    expect([theme.slug, theme.parent === null || top.has(theme.parent)]).toEqual([theme.slug, true]);
    expect([theme.slug, [theme.fr, theme.en, theme.es].every(Boolean)]).toEqual([theme.slug, true]);
  }
});

test('R085 a synonym finds the theme: genre, gender, ESS, esclavage', async () => {
  for (const [word, slug] of [['genre', 'egalite-femmes-hommes'], ['gender', 'egalite-femmes-hommes'], ['ESS', 'ess'], ['esclavage', 'memoire']]) {
    const { rows } = await sql<{ slug: string }>`select slug from sheets where kind = 'theme' and search @@ websearch_to_tsquery('french_plain', ${word})`.execute(db);
    expect([word, rows.map((row) => row.slug)]).toEqual([word, expect.arrayContaining([slug])]);
  }
});

test('R085 a theme gathers what its sub-themes hold', async () => {
  const [above, under] = [await page('/themes/climat-biodiversite'), await page('/themes/climat')];
  const total = (text: string) => Number(/(\d+) fiches publiées en parlent/.exec(text)![1]);
  expect(total(above)).toBeGreaterThan(total(under));
  expect(above).toContain('Plus précisément');
});

test('R123 seventeen goals and one hundred and sixty-nine targets', async () => {
  expect(listGoals()).toHaveLength(17);
  expect(listGoals().flatMap((goal) => listTargets(goal.n))).toHaveLength(169);
  const water = await page('/odd/6');
  expect(water).toContain('Eau propre et assainissement');
  expect(water).toContain('6.1');
  expect((await request('/odd/18')).status).toBe(404);
  expect((await request('/odd/0')).status).toBe(404);
});

test('R123 a goal shows what is tagged with it, and nothing else', async () => {
  const { rows } = await sql<{ goal: number; title: string }>`select sdgs[1] as goal, title from sheets where sdgs <> '{}' and visibility = 'public' order by num limit 1`.execute(db);
  const [tagged] = rows;
  if (tagged) expect(await page(`/odd/${tagged.goal}`)).toContain(tagged.title.replaceAll("'", '&#39;').slice(0, 20));
  const { rows: used } = await sql<{ goal: number }>`select distinct unnest(sdgs) as goal from sheets where visibility = 'public'`.execute(db);
  const unused = listGoals().find((goal) => !used.some((one) => one.goal === goal.n));
  if (unused) expect(await page(`/odd/${unused.n}`)).toContain('Aucune fiche n’est rattachée à cet objectif');
});

test('the targets, which have no Spanish text in the source, say in which language they are', async () => {
  const html = await (await request('/es/odd/6')).text();
  expect(html).toContain('El texto de las metas está en inglés');
  expect(html).toMatch(/<span lang="en">By 2030/);
});
