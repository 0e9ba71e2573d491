import { beforeAll, expect, test } from 'vitest';
import data from '~root/db/demo/doubts.json';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { visibilityOf } from './rules.ts';

let opened: OpenedApp;
let open: string;
let settled: string;
beforeAll(async () => {
  opened = await openApp();
  const read = async (path: string) => (await opened.request(path)).text();
  [open, settled] = await Promise.all([read('/a-confirmer'), read('/a-confirmer?etat=regle')]);
});

/** The part of the page about one doubt. */
function entry(html: string, id: string): string {
  return html.split('<article').find((part) => part.includes(`id="${id}"`)) ?? '';
}

test('R024 Bamako shows 2000 and 1999, each with the place that says it, and the partnership concerned', () => {
  const bamako = entry(open, 'x002');
  expect(bamako).toContain('2000');
  expect(bamako).toContain('1999');
  expect(bamako).toContain('l. 55');
  expect(bamako).toContain('l. 74');
  expect(bamako).toContain('href="/documents/bordeaux-strategie-2020-2026"');
  expect(bamako).toContain('href="/partenariats/bordeaux-bamako"');
});

test('the 98 doubts are loaded; each that is public is on the page once, and the others are counted', async () => {
  const rows = await opened.db.selectFrom('doubts').select(['id', 'visibility', 'outcome']).execute();
  expect(rows).toHaveLength(98);
  for (const row of rows) {
    const found = [open, settled].filter((html) => html.includes(`<article class="doubt" id="${row.id.toLowerCase()}"`));
    expect(found.length, row.id).toBe(row.visibility === 'public' ? 1 : 0);
  }
  expect(open).toContain(`${rows.filter((row) => row.visibility === 'members').length} autres points concernent`);
});

test('R195 a doubt about somebody who is neither elected nor an ambassador is not public, and no such name is on the page', () => {
  const reserved = data.filter((doubt) => doubt.people.some((person) => person.capacity === 'other'));
  expect(reserved.length).toBeGreaterThan(5);
  for (const doubt of reserved) {
    for (const html of [open, settled]) {
      expect(html).not.toContain(doubt.title);
      for (const person of doubt.people) expect(html).not.toContain(person.name.split(' ').at(-1)!.toUpperCase());
    }
  }
  for (const person of data.flatMap((doubt) => doubt.people).filter((one) => one.capacity === 'other')) {
    expect(open + settled).not.toContain(person.name);
  }
});

test('R195 nobody whose name is reserved is named on the page', async () => {
  const people = await opened.db
    .selectFrom('people')
    .innerJoin('people_named', 'people_named.person_id', 'people.id')
    .select(['first_name', 'last_name'])
    .groupBy(['people.id', 'first_name', 'last_name'])
    .having((eb) => eb(eb.fn.count('people_named.name'), '=', 0))
    .execute();
  expect(people.length).toBeGreaterThan(30);
  const page = `${open}${settled}`.toLocaleLowerCase('fr');
  const shown = people.map((person) => `${person.first_name} ${person.last_name}`.trim()).filter((name) => name.includes(' ') && page.includes(name.toLocaleLowerCase('fr')));
  expect(shown).toEqual([]);
});

test('the gravest come first, and a subject can be read alone', async () => {
  const order = ['high', 'medium', 'low'].map((severity) => open.indexOf(`id="${severity}"`));
  expect(order.every((at) => at > 0)).toBe(true);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const dates = await (await opened.request('/a-confirmer?sujet=date')).text();
  expect(dates).toContain('id="x014"');
  expect(dates).not.toContain('id="x008"');
  expect((await opened.request('/a-confirmer?sujet=nimporte')).status).toBe(200);
});

test('a sheet leads to its own doubts, and back; a sheet without any leads to all of them', async () => {
  const sheet = await (await opened.request('/partenariats/bordeaux-bamako')).text();
  expect(sheet).toMatch(/href="\/a-confirmer\?fiche=partenariat(\/|%2F)bordeaux-bamako"/);
  const own = await (await opened.request('/a-confirmer?fiche=partenariat/bordeaux-bamako')).text();
  expect(own).toContain('id="x002"');
  expect(own.match(/<article/g)).toHaveLength(1);
  expect(own).toContain('href="/partenariats/bordeaux-bamako"');
  expect((await (await opened.request('/a-confirmer?fiche=partenariat/inconnu')).text()).match(/<article/g)!.length).toBeGreaterThan(30);
});

test('R171 the session dated « Mardi 18 septembre 2023 » is in doubt with both readings', () => {
  const session = entry(open, 'x014');
  expect(session).toContain('Mardi 18 septembre 2023');
  expect(session).toContain('Lundi 18 septembre 2023');
});

test('a doubt never leads to a sheet that is not public', async () => {
  const links = [...new Set([...`${open}${settled}`.matchAll(/<p class="concerned">.*?<\/p>/gs)].flatMap(([part]) => [...part.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)))];
  expect(links.length).toBeGreaterThan(40);
  for (const href of links) expect([href, (await opened.request(href)).status]).toEqual([href, 200]);
});

test('a doubt is public when all that it names are elected or ambassadors', () => {
  expect(visibilityOf([])).toBe('public');
  expect(visibilityOf([{ name: 'A', capacity: 'elected' }, { name: 'B', capacity: 'ambassador' }])).toBe('public');
  expect(visibilityOf([{ name: 'A', capacity: 'elected' }, { name: 'B', capacity: 'other' }])).toBe('members');
});
