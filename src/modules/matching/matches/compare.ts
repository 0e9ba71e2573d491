import { encodeProfile, Names, type Coded } from './encode.ts';
import { explainPair, scorePair, type Homes } from './rules.ts';
import { keptPairs } from '../weights.ts';
import type { Pair, Profile } from './types.ts';

export interface Best extends Pair {
  bodyId: string;
  otherId: string;
}

/** All members ready to be compared, and the pairs that somebody said were not for them. */
export interface Field {
  members: readonly Coded[];
  byId: ReadonlyMap<string, Coded>;
  homes: Homes;
  partners: Names;
  countries: Names;
  isHidden(a: string, b: string): boolean;
}

export function createField(profiles: readonly Profile[], countriesOf: ReadonlyMap<string, readonly string[]>, hidden: Iterable<readonly [string, string]>): Field {
  const [partners, countries] = [new Names(), new Names()];
  const members = profiles.map((profile) => encodeProfile(profile, partners, countries));
  const homes = new Map([...countriesOf].map(([id, isos]) => [partners.numberOf(id), isos.map((iso) => countries.numberOf(iso))]));
  const pairs = new Set([...hidden].map(([a, b]) => keyOf(a, b)));
  return { members, byId: new Map(members.map((one) => [one.id, one])), homes, partners, countries, isHidden: pairs.size ? (a, b) => pairs.has(keyOf(a, b)) : () => false };
}

const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

interface Ranked {
  other: Coded;
  score: number;
}

/** Higher scores first; equal ones by id, so that two runs keep the same. */
const comesBefore = (score: number, id: string, than: Ranked) => score > than.score || (score === than.score && id < than.other.id);

/** The few best of one member among all, kept sorted while walking: nothing is sorted that will be thrown away. */
export function listBest(field: Field, body: Coded): Best[] {
  const best: Ranked[] = [];
  for (const other of field.members) {
    if (other === body) continue;
    const score = scorePair(body, other, field.homes);
    if (score === 0) continue;
    const last = best.at(-1);
    if (best.length === keptPairs && !comesBefore(score, other.id, last!)) continue;
    if (field.isHidden(body.id, other.id)) continue;
    let at = best.length;
    while (at > 0 && comesBefore(score, other.id, best[at - 1]!)) at--;
    best.splice(at, 0, { other, score });
    if (best.length > keptPairs) best.pop();
  }
  return best.map(({ other }) => ({ bodyId: body.id, otherId: other.id, ...explainPair(body, other, field.homes, field.partners, field.countries) }));
}

/** Where the list of a member ends: the score and id of the last that it keeps. */
export interface End {
  score: number;
  id: string;
  full: boolean;
}

/** Members whose list may differ because these changed: those who kept one of them, and those who would now keep one. */
export function listAffected(field: Field, changed: readonly Coded[], ends: ReadonlyMap<string, End>): Set<string> {
  const affected = new Set<string>();
  for (const one of changed) {
    for (const other of field.members) {
      if (other === one || affected.has(other.id)) continue;
      const score = scorePair(one, other, field.homes);
      if (score === 0) continue;
      const end = ends.get(other.id);
      if (!end?.full || score > end.score || (score === end.score && one.id < end.id)) affected.add(other.id);
    }
  }
  return affected;
}
