import { expect, test } from 'vitest';
import { groupSizes, keptPairs, leastLesson, leastPoints, weights } from '../weights.ts';
import { createField, listAffected, listBest, type End } from './compare.ts';
import { listGroups } from './group-rules.ts';
import { countPoints, explainPair, findFactor, scorePair } from './rules.ts';
import type { Profile } from './types.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number, rest: Partial<Profile> = {}): Profile => ({ id: id(n), partners: [], countries: [], yearThemes: [], seeks: [], offers: [], population: null, lat: null, lon: null, lessons: {}, ...rest });
const homes = new Map([['casablanca', ['MA']], ['lima', ['PE']]]);
const compare = (...profiles: Profile[]) => {
  const field = createField(profiles, homes, []);
  const [a, b] = [field.members[0]!, field.members[1]!];
  const pair = explainPair(a, b, field.homes, field.partners, field.countries);
  expect(scorePair(b, a, field.homes)).toBe(pair.score);
  return pair;
};

test('R144 each reason has its points, and the score is their sum', () => {
  const pair = compare(
    member(1, { partners: ['casablanca'], countries: ['MA', 'SN', 'ML'], seeks: ['eau'], offers: ['culture'], yearThemes: ['climat'], population: 250_000, lat: 44.84, lon: -0.58 }),
    member(2, { partners: ['casablanca', 'lima'], countries: ['MA', 'SN', 'PE'], seeks: ['culture'], offers: ['eau'], yearThemes: ['biodiversite'], population: 260_000, lat: 44.9, lon: -0.6 }),
  );
  expect(pair.reasons.map(({ code, of, seeker }) => [code, of, seeker])).toEqual([
    ['partner', ['casablanca'], undefined], ['complement', ['eau'], id(1)], ['complement', ['culture'], id(2)],
    // Morocco is told by Casablanca; climate and biodiversity meet at the level above.
    ['country', ['SN'], undefined], ['year', ['climat-biodiversite'], undefined], ['size', [], undefined], ['near', [], undefined],
  ]);
  expect(pair.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(pair.score, 5);
  expect(pair.score).toBe(30 + 32 + 10 + 8 + 6 + 6);
});

test('R144 size and nearness alone propose nobody, nor does one small thing in common', () => {
  const near = { population: 5000, lat: 45, lon: 0 };
  expect(compare(member(1, near), member(2, near)).score).toBe(0);
  expect(weights.search.first).toBeLessThan(leastPoints);
  expect(compare(member(1, { seeks: ['eau'] }), member(2, { seeks: ['eau'] })).score).toBe(0);
  expect(compare(member(1, { ...near, seeks: ['eau'] }), member(2, { ...near, seeks: ['eau'] })).score).toBe(20);
});

test('R144 « pas pour nous » lowers a reason each time, both sides count, and never under its floor', () => {
  expect(countPoints('partner', 1, 1, 0)).toBe(24);
  expect(countPoints('partner', 1, 1, 1)).toBe(19.2);
  expect(findFactor(1000)).toBe(leastLesson);
  expect(countPoints('partner', 100)).toBe(weights.partner.most);
});

/** Members at random, the same at each run. */
function makeMembers(n: number): Profile[] {
  let state = 7;
  const next = (most: number) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % most;
  const some = (list: readonly string[], most: number) => Array.from({ length: next(most + 1) }, () => list[next(list.length)]!);
  const themes = ['eau', 'culture', 'climat', 'jeunesse', 'plaidoyer', 'mutualisation', 'energie', 'sport'];
  return Array.from({ length: n }, (_, at) => member(at + 1, { partners: some(['casablanca', 'lima', 'douala', 'kayes', 'ramallah'], 2), countries: some(['MA', 'SN', 'ML', 'PE', 'CM'], 2), seeks: some(themes, 2), offers: some(themes, 2), population: 1000 + next(100_000), lat: 43 + next(70) / 10, lon: next(60) / 10 }));
}

test('R144 comparing again what changed, and those whose list it touches, gives the lists of a whole run', () => {
  const before = createField(makeMembers(120), homes, []);
  const lists = new Map(before.members.map((one) => [one.id, listBest(before, one)]));
  const changed = makeMembers(120).map((one, at) => (at % 40 === 0 ? { ...one, partners: ['lima', 'kayes'], seeks: ['sport', 'eau'] } : one));
  const after = createField(changed, homes, []);
  const touched = after.members.filter((_, at) => at % 40 === 0);
  const ends = new Map<string, End>([...lists].flatMap(([body, list]) => (list.length ? [[body, { score: list.at(-1)!.score, id: list.at(-1)!.otherId, full: list.length >= keptPairs }] as const] : [])));
  const again = new Set([...touched.map((one) => one.id), ...listAffected(after, touched, ends), ...[...lists].filter(([, list]) => list.some(({ otherId }) => touched.some((one) => one.id === otherId))).map(([body]) => body)]);
  expect(again.size).toBeLessThan(120);
  for (const one of after.members) expect(again.has(one.id) ? listBest(after, one) : lists.get(one.id)).toEqual(listBest(after, one));
});

test('R144 small groups have three to six members, around a partner or a theme that some seek and others offer', () => {
  const groups = listGroups(createField(makeMembers(60), homes, []));
  expect(groups.length).toBeGreaterThan(3);
  for (const { members, reason } of groups) {
    expect(members.length).toBeGreaterThanOrEqual(groupSizes.least);
    expect(members.length).toBeLessThanOrEqual(groupSizes.most);
    if (reason.code === 'complement') expect([reason.seekers.length > 0, reason.offerers.length > 0]).toEqual([true, true]);
  }
  expect(listGroups(createField(makeMembers(2), homes, []))).toEqual([]);
});

test('a pair set aside by one side is in nobody’s list', () => {
  const profiles = [member(1, { partners: ['lima'] }), member(2, { partners: ['lima'] }), member(3, { partners: ['lima'] })];
  const field = createField(profiles, homes, [[id(2), id(1)]]);
  expect(listBest(field, field.members[0]!).map(({ otherId }) => otherId)).toEqual([id(3)]);
  expect(listBest(field, field.members[1]!).map(({ otherId }) => otherId)).toEqual([id(3)]);
});
