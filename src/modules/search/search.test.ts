import { beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp();
});

/** The words of the page, each found title between « » marks. */
async function search(words: string, lang = ''): Promise<{ text: string; titles: string[] }> {
  const response = await app.request(`${lang}/recherche?q=${encodeURIComponent(words)}`);
  expect(response.status).toBe(200);
  const html = (await response.text()).replace(/^[\s\S]*<main/, '').replace(/<\/main>[\s\S]*$/, '').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const titles = [...html.matchAll(/class="sheet-title"[^>]*><a [^>]*>([^<]*)<\/a>\s*(?:<span class="sheet-context">([^<]*))?/g)].map(([, title, context]) => [title, context].filter(Boolean).join(', '));
  return { text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), titles };
}

test('R015 J1.3 a name as the documents misspell it, without accents or in another language finds its sheet, and says why', async () => {
  const { titles, text } = await search('Ashod');
  expect(titles[0]).toBe('Ashdod, Israël');
  expect(text).toContain('aussi écrit Ashod');
  expect((await search('saint petersbourg')).titles[0]).toBe('Saint-Pétersbourg, Russie');
  expect((await search('Saint Petersburg')).titles[0]).toBe('Saint-Pétersbourg, Russie');
  expect((await search('Bordeau')).titles[0]).toBe('Bordeaux, Gironde (33)');
});

test('R015 a typing error is answered by the name that looks like it', async () => {
  const { titles, text } = await search('limma');
  expect(titles).toEqual([]);
  expect(text).toMatch(/Rien pour « limma ».*Vouliez-vous dire Lima Pérou/);
});

test('R009 among communes of one name, the département or the population tells which', async () => {
  expect((await search('saint denis réunion')).titles[0]).toBe('Saint-Denis, La Réunion (974)');
  expect((await search('saint-denis 93')).titles[0]).toBe('Saint-Denis, Seine-Saint-Denis (93)');
  expect((await search('saint denis aude')).titles[0]).toBe('Saint-Denis, Aude (11)');
  expect((await search('saint-denis')).text).toMatch(/Saint-Denis La Réunion \(974\) Commune · 1\d\d\s\d{3} habitants/);
});

test('R001 R007 any commune of France is found by its code or by two words', async () => {
  for (const [words, found] of [['33063', 'Bordeaux, Gironde (33)'], ['grabels hérault', 'Grabels, Hérault (34)'], ['ceyzeriat ain', 'Ceyzériat, Ain (01)'], ['fort-de-france martinique', 'Fort-de-France, Martinique (972)']] as const) {
    expect((await search(words)).titles[0]).toBe(found);
  }
});

test('R009 French words are found by stem; a year finds what began then', async () => {
  expect((await search('jumelées')).titles.length).toBeGreaterThan(0);
  expect((await search('1956')).titles).toEqual(['Bordeaux – Lima, Pérou']);
});

test('R009 R165 a function finds the sessions where it speaks', async () => {
  const { text } = await search('adjointe aux relations internationales');
  expect(text).toMatch(/\d+ séances?/);
  expect(text).not.toContain('Aucune fiche ne contient tous ces mots');
});

test('R009 results are grouped by kind with their count and the way to all of them', async () => {
  const html = await (await app.request('/recherche?q=eau')).text();
  expect(html).toMatch(/href="\/observatoire\?q=eau&amp;genre=territoire&amp;lecture=liste"/);
});

test('R195 no search finds a person who is not public', async () => {
  const hidden = await app.db.selectFrom('person_functions').innerJoin('people', 'people.id', 'person_functions.person_id').innerJoin('person_names', 'person_names.person_id', 'people.id').select('person_names.name').where('standing', '=', 'agent').limit(40).execute();
  expect(hidden.length).toBeGreaterThan(0);
  for (const { name } of hidden) {
    const { text } = await search(`"${name}"`);
    const answer = text.replace(/^.*?Par exemple[^»]*/, '').replaceAll(`« "${name}" »`, '');
    expect(answer).not.toContain(name);
  }
});

test('R197 the English page speaks English around French sheets', async () => {
  const { text } = await search('Ashod', '/en');
  expect(text).toContain('also spelt Ashod');
  expect(text).not.toContain('aussi écrit');
});
