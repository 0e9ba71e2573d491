import { expect, test } from 'vitest';
import { continentOf, findZone, zonesOf } from '~/reference/index.ts';
import { createSlugs, nameIntercommunality, slugify, titleOfDepartment } from './authorities/naming.ts';
import { countByZone, distanceOf, yearsSince } from './rules.ts';

test.for([
  ['Saint-Étienne-du-Gué-de-l’Isle', 'saint-etienne-du-gue-de-l-isle'],
  ['L’Haÿ-les-Roses', 'l-hay-les-roses'],
  ['Œuilly', 'oeuilly'],
  ['CC Faucigny - Glières', 'cc-faucigny-glieres'],
])('the address of %s is %s', ([name, slug]) => {
  expect(slugify(name!)).toBe(slug);
});

test.for([
  ['Gironde', 3, 'Département de la Gironde'],
  ['Ain', 5, 'Département de l’Ain'],
  ['Aveyron', 5, 'Département de l’Aveyron'],
  ['Gard', 2, 'Département du Gard'],
  ['Landes', 4, 'Département des Landes'],
  ['Paris', 0, 'Département de Paris'],
] as const)('the département of %s is named with its article', ([name, link, title]) => {
  expect(titleOfDepartment(name, link)).toBe(title);
});

test('an intercommunality is named in full, its short form stays a name', () => {
  expect(nameIntercommunality('CC du Pays de Bitche', 'CC')).toEqual({ type: 'communaute_communes', title: 'Communauté de communes du Pays de Bitche', short: 'CC du Pays de Bitche' });
  expect(nameIntercommunality('Bordeaux Métropole', 'METRO')).toEqual({ type: 'metropole', title: 'Bordeaux Métropole', short: null });
});

test('an address is given once, and never one that is reserved', () => {
  const slugs = createSlugs(['grigny']);
  expect(slugs.claim(['grigny', 'grigny-62', '62388'])).toBe('grigny-62');
  expect(slugs.claim(['grigny', 'grigny-62', '62388'])).toBe('62388');
  expect(() => slugs.claim(['grigny'])).toThrow(RangeError);
});

test('R035 a partnership counts in every zone of its country, once in each', () => {
  const counts = new Map(countByZone([['ES'], ['GB'], ['MA']]).map(({ zone, partnerships, countries }) => [zone.slug, [partnerships, countries]]));
  expect(counts.get('europe')).toEqual([2, 2]);
  expect(counts.get('union-europeenne')).toEqual([1, 1]);
  expect(counts.get('mediterranee')).toEqual([2, 2]);
  expect(counts.has('oceanie')).toBe(false);
});

test('R035 Europe is not the European Union; a country has one continent and as many zones as it needs', () => {
  expect(findZone('union-europeenne')!.members).toHaveLength(27);
  expect(findZone('europe')!.members).toContain('RU');
  expect(continentOf('TR')!.slug).toBe('asie');
  expect(zonesOf('TN').map((zone) => zone.slug)).toEqual(['afrique', 'mediterranee', 'maghreb']);
});

test('a distance needs both ends, an anniversary a year behind us', () => {
  const bordeaux = { lat: 44.8404, lon: -0.5805 };
  expect(Math.round(distanceOf(bordeaux, { lat: -12.0432, lon: -77.0282 })! / 100)).toBe(99);
  expect(distanceOf(bordeaux, { lat: null, lon: null })).toBeUndefined();
  expect(yearsSince({ value: '1956' }, '2026-11-22')).toBe(70);
  expect(yearsSince({ value: '2026-01' }, '2026-11-22')).toBeUndefined();
  expect(yearsSince(null, '2026-11-22')).toBeUndefined();
});
