import { beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { lineOf, roundYears } from './rules.ts';

let opened: OpenedApp;
let html: string;
beforeAll(async () => {
  opened = await openApp();
  html = await (await opened.request('/')).text();
});

const published = () => opened.db.selectFrom('sheets').where('sheets.kind', '=', 'partnership').where('sheets.visibility', '=', 'public').where('sheets.merged_into', 'is', null);
const figures = () => [...html.matchAll(/figure-value">([^<]+)</g)].map(([, value]) => Number(value!.replace(/\D/g, '')));

test('the home page asks one question, and the box sends it to the search', () => {
  expect(html).toMatch(/<h1[^>]*>Qui coopère avec qui/);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toMatch(/<form[^>]*action="\/recherche"[^>]*method="get"/);
});

test('R035 the four figures are counted in the database, with their rule', async () => {
  const { n } = await published().select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const ends = (role: string) =>
    published().innerJoin('sheet_links', 'from_id', 'sheets.id').innerJoin('sheets as end', 'end.id', 'to_id').where('role', '=', role).where('end.visibility', '=', 'public').select('to_id').distinct().execute();
  const countries = new Set((await published().select('sheets.countries').execute()).flatMap((row) => row.countries));
  countries.delete('FR');
  expect(figures()).toEqual([Number(n), (await ends('french')).length, (await ends('foreign')).length, countries.size]);
  expect(html).toContain('Sans les brouillons ni les partenaires non nommés.');
  expect(html).toMatch(/même avec plusieurs partenaires français\u00a0?\s?: [^.]*Casablanca/);
});

test('R010 each partnership whose two ends have a place is a thread; those that wait for one are named', async () => {
  const waiting = /([^.>]+) (attend ses|attendent leurs) coordonnées/.exec(html)?.[1] ?? '';
  expect(waiting).toContain('Bailar');
  expect(html).toContain('Chaque fil est un partenariat publié.');
  expect(html).toContain('href="/observatoire?genre=partenariat');
});

test('R023 anniversaries are round years of this year, with the kind of link: an agreement is not a twinning', () => {
  expect(html).toContain('On les fête en 2026');
  expect(html).toContain('70 ans');
  expect(html).toContain('Jumelage, 1956');
  expect(html).toMatch(/Accord de coopération, 2016/);
});

test('nothing is announced: the page says so and shows what was held, with its year', () => {
  expect(html).toContain('Rien d’annoncé pour l’instant.');
});

test('a count of years is round by fives, and never before the first', () => {
  const year = (value: string) => ({ value, precision: 'year' as const });
  expect(roundYears(year('1956'), 2026)).toBe(70);
  expect(roundYears(year('1957'), 2026)).toBeNull();
  expect(roundYears(year('2026'), 2026)).toBeNull();
  expect(roundYears(null, 2026)).toBeNull();
});

test('a line tells the life of a link: solid, dashed, dotted', () => {
  expect(['ongoing', 'paused', 'ended', 'unknown'].map(lineOf)).toEqual(['solid', 'dashed', 'dotted', 'dotted']);
});
