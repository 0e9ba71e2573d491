import { beforeAll, expect, test } from 'vitest';
import type { Db } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { path } from '~/platform/http/paths.ts';
import { anonymous, changeSheetState, createSheet, mergeSheets, registerKinds, updateSheet, type KindSpec, type Reader, type SheetInput } from '~/sheets/index.ts';
import { freshDatabase } from '~root/tests/support/database.ts';
import { answer, ask, listRows, readCursor, readQuestion, resolve } from './index.ts';

const words = { 'kind.one': 'x', 'kind.many': 'x', 'type.jumelage': 'x', 'type.projet': 'x' };
const messages = { fr: words, en: words, es: words };
const kinds: KindSpec[] = [
  { kind: 'territory', genre: 'territoire', path: path('/territoires/:slug'), messages, schema: 'Place' },
  { kind: 'partnership', genre: 'partenariat', path: path('/partenariats/:slug'), messages, phases: { active: 'ongoing', dormant: 'paused' }, apart: ['projet'], schema: 'Thing' },
];

let db: Db;
const ids: Record<string, string> = {};
beforeAll(async () => {
  registerKinds(kinds);
  db = await freshDatabase('empty');
  for (const [slug, iso, weight, context] of [['bordeaux', 'FR', 260_000, 'Gironde (33)'], ['lima', 'PE', 0, 'Pérou'], ['porto', 'PT', 0, 'Portugal'], ['ashdod', 'IL', 0, 'Israël']] as const) {
    ids[slug] = await create({ kind: 'territory', slug, title: slug[0]!.toUpperCase() + slug.slice(1), countries: [iso], weight, context, ...(slug === 'ashdod' ? { names: [{ name: 'Ashod', kind: 'misspelling' as const }] } : {}) });
  }
  await pair('lima', 'PE', { start: { value: '1956', precision: 'year' }, summary: 'Un jumelage autour de l’eau et des écoles.', themes: ['climat'] });
  await pair('porto', 'PT', { start: { value: '1978', precision: 'year' } });
  await pair('ashdod', 'IL', {});
  await pair('lima', 'PE', { slug: 'bordeaux-lima-eau', type: 'projet', title: 'Un projet d’eau' });
});

async function create(input: SheetInput): Promise<string> {
  return (await db.transaction().execute((tx) => createSheet(tx, instance, input))).id;
}

function pair(to: string, iso: string, more: Partial<SheetInput>): Promise<string> {
  return create({
    kind: 'partnership', type: 'jumelage', slug: `bordeaux-${to}`, title: `Bordeaux – ${to}`, countries: ['FR', iso], state: { state: 'active' },
    links: [{ role: 'french', to: ids.bordeaux! }, { role: 'foreign', to: ids[to]! }], ...more,
  });
}

async function find(query: string, reader: Reader = anonymous, limit = 50) {
  const params = new URLSearchParams(query);
  const resolved = await resolve(db, reader, readQuestion(params));
  const answered = answer(await ask(db, reader, resolved), resolved, { after: readCursor(params.get('apres') ?? undefined), limit });
  const rows = await listRows(db, reader, answered.nums);
  return { ...answered, ...resolved, slugs: rows.map((row) => row.slug) };
}

test('R009 filters hold together: kind, territory, country, zone, theme with those under it, years', async () => {
  expect((await find('genre=partenariat&territoire=bordeaux')).slugs).toEqual(['bordeaux-lima', 'bordeaux-porto', 'bordeaux-ashdod']);
  expect((await find('genre=partenariat&pays=pe&type=jumelage')).slugs).toEqual(['bordeaux-lima']);
  expect((await find('genre=partenariat&theme=climat-biodiversite')).slugs).toEqual(['bordeaux-lima']);
  expect((await find('genre=partenariat&de=1950&a=1960')).slugs).toEqual(['bordeaux-lima']);
  expect((await find('genre=partenariat&de=1950')).undated).toBe(2);
});

test('R035 France is one end of every partnership: zones count the other end', async () => {
  const { slugs, facets } = await find('genre=partenariat&zone=europe');
  expect(slugs).toEqual(['bordeaux-porto']);
  expect(facets.zone).toContainEqual({ value: 'ameriques', count: 2 });
  expect((await find('genre=partenariat&pays=FR')).total).toBe(0);
  expect((await find('genre=territoire&pays=FR')).slugs).toEqual(['bordeaux']);
});

test('a project through others is beside the partnerships of a territory, and found by its type', async () => {
  const { total, apart } = await find('genre=partenariat&territoire=bordeaux');
  expect([total, apart.length]).toEqual([3, 1]);
  expect((await find('genre=partenariat&territoire=bordeaux&type=projet')).slugs).toEqual(['bordeaux-lima-eau']);
  expect((await find('genre=partenariat')).total).toBe(4);
});

test('facets count what one would get with another value, the rest of the question kept', async () => {
  const { facets } = await find('genre=partenariat&pays=PE');
  expect(facets.kind).toEqual([{ value: 'partenariat', count: 2 }, { value: 'territoire', count: 1 }]);
  expect(facets.country).toEqual([{ value: 'PE', count: 2 }, { value: 'IL', count: 1 }, { value: 'PT', count: 1 }]);
  expect(facets.type).toEqual([{ value: 'jumelage', count: 1 }, { value: 'projet', count: 1 }]);
});

test('an empty answer says which filter to let go of', async () => {
  const { total, wider } = await find('genre=partenariat&pays=PE&theme=sport');
  expect(total).toBe(0);
  expect(wider[0]).toEqual({ filter: 'theme', total: 2 });
});

test('R015 words are found by stem, without accents, under another spelling and by year', async () => {
  expect((await find('q=école')).slugs).toEqual(['bordeaux-lima']);
  expect((await find('q=ecoles+jumelages')).slugs).toEqual(['bordeaux-lima']);
  expect((await find('q=Ashod')).slugs[0]).toBe('ashdod');
  expect((await find('q=1978')).slugs).toEqual(['bordeaux-porto']);
  expect((await find('q=lima')).slugs[0]).toBe('lima');
});

test('a name typed by a person is the territory of that name; an unknown value is told', async () => {
  expect((await find('territoire=Bordeaux,+Gironde')).territory?.slug).toBe('bordeaux');
  const { unknown } = await find('territoire=bordo&genre=chose&pays=XX&de=hier');
  expect(unknown.map((one) => [one.filter, one.value])).toEqual([['kind', 'chose'], ['territory', 'bordo'], ['country', 'XX'], ['from', 'hier']]);
});

test('pages follow one another by key: nothing twice, nothing lost when a sheet comes in between', async () => {
  const first = await find('genre=partenariat', anonymous, 2);
  await create({ kind: 'partnership', type: 'jumelage', slug: 'premier', title: 'Arrivé entre deux pages', weight: 1000, countries: ['FR', 'PT'] });
  const second = await find(`genre=partenariat&apres=${first.next}`, anonymous, 2);
  expect([...first.slugs, ...second.slugs]).toEqual(['bordeaux-lima', 'bordeaux-porto', 'bordeaux-ashdod', 'bordeaux-lima-eau']);
  expect(second.next).toBeNull();
});

test('what was committed is in the next answer: created, changed, put to sleep, merged', async () => {
  const one = await create({ kind: 'partnership', type: 'jumelage', slug: 'neuf', title: 'Zanzibar tout neuf', countries: ['FR', 'TZ'], state: { state: 'active' } });
  expect((await find('q=zanzibar')).slugs).toEqual(['neuf']);
  await db.transaction().execute((tx) => changeSheetState(tx, instance, one, { state: 'dormant', reason: 'essai' }));
  expect((await find('q=zanzibar&etat=en-cours')).total).toBe(0);
  expect((await find('q=zanzibar&etat=en-pause')).total).toBe(1);
  const two = await create({ kind: 'partnership', type: 'jumelage', slug: 'double', title: 'Zanzibar en double', countries: ['FR', 'TZ'] });
  expect((await find('q=zanzibar')).total).toBe(2);
  await db.transaction().execute((tx) => mergeSheets(tx, instance, two, one));
  expect((await find('q=zanzibar')).slugs).toEqual(['neuf']);
});

test('R194 a draft is in no answer and no count; its authority has it, and publishing it brings it to all', async () => {
  const draft = await create({ kind: 'partnership', type: 'jumelage', slug: 'secret', title: 'Un brouillon de Quito', countries: ['FR', 'EC'], visibility: 'draft', ownerId: ids.bordeaux! });
  const shared = await create({ kind: 'partnership', type: 'jumelage', slug: 'membres', title: 'Quito pour les membres', countries: ['FR', 'EC'], visibility: 'members' });
  expect(shared).toBeTruthy();
  const count = async (reader: Reader) => (await find('q=quito', reader)).total;
  expect(await count(anonymous)).toBe(0);
  expect((await find('genre=partenariat')).facets.country.some((one) => one.value === 'EC')).toBe(false);
  expect(await count({ kind: 'member', bodies: [] })).toBe(1);
  expect(await count({ kind: 'member', bodies: [ids.bordeaux!] })).toBe(2);
  await db.transaction().execute((tx) => updateSheet(tx, instance, draft, 1, { visibility: 'public' }));
  expect(await count(anonymous)).toBe(1);
  await db.transaction().execute((tx) => updateSheet(tx, instance, draft, 2, { visibility: 'draft' }));
  expect(await count(anonymous)).toBe(0);
});
