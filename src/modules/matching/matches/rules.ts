import { countCommon, fromBits, hasCommon, listCommon, type Bits, type Coded, type Names } from './encode.ts';
import { leastLesson, leastPoints, lesson, nearKm, reasons, sizeRatio, weights, type Reason } from '../weights.ts';
import type { Pair, PairReason } from './types.ts';

/** What a reason is worth for this member, after what it said of it. */
export function findFactor(times: number | undefined): number {
  return Math.max(leastLesson, lesson ** (times ?? 0));
}

/** Points of a reason that stands on `n` things, for two members who may each have learned that it counts for less. */
export function countPoints(code: Reason, n: number, mine = 0, theirs = 0): number {
  if (n === 0) return 0;
  const { first, next, most } = weights[code];
  const whole = Math.min(most, first + next * (n - 1));
  return mine === 0 && theirs === 0 ? whole : Math.round(whole * findFactor(mine) * findFactor(theirs) * 10) / 10;
}

/** Straight over the ground: two members a hundred kilometres apart, and not two continents. */
function kmBetween(a: Coded, b: Coded): number {
  const north = (a.lat - b.lat) * 111.2;
  const east = (a.lon - b.lon) * 111.2 * ((a.width + b.width) / 2);
  return Math.sqrt(north * north + east * east);
}

const isComparable = (a: number, b: number) => a > 0 && b > 0 && (a > b ? a <= b * sizeRatio : b <= a * sizeRatio);

/** Which country each partner is in, as numbers of the comparison. */
export type Homes = ReadonlyMap<number, readonly number[]>;

/** How many things each reason stands on. The countries of shared partners are not counted again as countries. */
function countReasons(a: Coded, b: Coded, homes: Homes): Record<Reason, number> {
  const partners = a.partners.length && b.partners.length ? listCommon(a.partners, b.partners) : [];
  let countries = 0;
  if (a.countries.length && b.countries.length) {
    const common = listCommon(a.countries, b.countries);
    countries = partners.length === 0 ? common.length : withoutHomes(common, partners, homes).length;
  }
  return {
    partner: partners.length,
    complement: countCommon(a.seeks, b.offers) + countCommon(b.seeks, a.offers),
    country: countries,
    search: countCommon(a.seeks, b.seeks),
    year: countCommon(a.year, b.year),
    size: isComparable(a.population, b.population) ? 1 : 0,
    near: kmBetween(a, b) <= nearKm ? 1 : 0,
  };
}

function withoutHomes(countries: readonly number[], partners: readonly number[], homes: Homes): number[] {
  const told = new Set(partners.flatMap((partner) => homes.get(partner) ?? []));
  return countries.filter((country) => !told.has(country));
}

/** Whether anything that suffices alone can be in common: nine pairs in ten have nothing, and nothing is made for them. */
function mayMeet(a: Coded, b: Coded): boolean {
  const seekers = (a.seeks[0] & (b.offers[0] | b.seeks[0])) | (b.seeks[0] & a.offers[0]) | (a.year[0] & b.year[0]);
  const others = (a.seeks[1] & (b.offers[1] | b.seeks[1])) | (b.seeks[1] & a.offers[1]) | (a.year[1] & b.year[1]);
  return (seekers | others) !== 0 || hasCommon(a.partners, b.partners) || hasCommon(a.countries, b.countries);
}

/** The score alone, for the twelve million; 0 when the pair is not proposed. */
export function scorePair(a: Coded, b: Coded, homes: Homes): number {
  if (!mayMeet(a, b)) return 0;
  const counts = countReasons(a, b, homes);
  if (!reasons.some((code) => weights[code].alone && counts[code] > 0)) return 0;
  let score = 0;
  for (const code of reasons) if (counts[code] > 0) score += countPoints(code, counts[code], a.lessons[code], b.lessons[code]);
  const rounded = Math.round(score * 10) / 10;
  return rounded >= leastPoints ? rounded : 0;
}

/** The same with its words: each reason, its points, what it stands on. The sum is the score. */
export function explainPair(a: Coded, b: Coded, homes: Homes, partners: Names, countries: Names): Pair {
  const counts = countReasons(a, b, homes);
  const points = (code: Reason) => countPoints(code, counts[code], a.lessons[code], b.lessons[code]);
  const shared = listCommon(a.partners, b.partners);
  const common = withoutHomes(listCommon(a.countries, b.countries), shared, homes);
  const list: (PairReason | null)[] = [
    counts.partner ? { code: 'partner', points: points('partner'), of: shared.map((one) => partners.names[one]!).sort() } : null,
    ...listComplements(a, b, points('complement')),
    counts.country ? { code: 'country', points: points('country'), of: common.map((one) => countries.names[one]!).sort() } : null,
    counts.search ? { code: 'search', points: points('search'), of: commonThemes(a.seeks, b.seeks) } : null,
    counts.year ? { code: 'year', points: points('year'), of: commonThemes(a.year, b.year) } : null,
    counts.size ? { code: 'size', points: points('size'), of: [] } : null,
    counts.near ? { code: 'near', points: points('near'), of: [], km: Math.round(kmBetween(a, b)) } : null,
  ];
  return { score: scorePair(a, b, homes), reasons: list.filter((one) => one !== null) };
}

const commonThemes = (a: Bits, b: Bits) => fromBits(a[0] & b[0], a[1] & b[1]);

/** Both ways share the points of the complement, by how many themes each way has. */
function listComplements(a: Coded, b: Coded, points: number): PairReason[] {
  const ways = [[a.id, commonThemes(a.seeks, b.offers)], [b.id, commonThemes(b.seeks, a.offers)]] as const;
  const total = ways.reduce((sum, [, themes]) => sum + themes.length, 0);
  if (total === 0) return [];
  const first = Math.round((points * ways[0][1].length * 10) / total) / 10;
  return ways.flatMap(([seeker, of], index) => (of.length ? [{ code: 'complement' as const, points: Math.round((index ? points - first : first) * 10) / 10, of, seeker }] : []));
}
