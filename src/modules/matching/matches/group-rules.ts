import type { Field } from './compare.ts';
import { fromBits, type Coded } from './encode.ts';
import { scorePair } from './rules.ts';
import { groupSizes, keptGroups } from '../weights.ts';
import type { Group, GroupReason } from './types.ts';

/** Beyond that many around one thing, those who have most in common are looked for among the first only. */
const mostLooked = 60;

/** Three to six members around one partner abroad, or one theme that some seek and others offer. The best first. */
export function listGroups(field: Field): Group[] {
  const found = new Map<string, Group>();
  for (const group of [...aroundPartners(field), ...aroundThemes(field)]) {
    const same = [...group.members].sort().join();
    const known = found.get(same);
    // the same people for two reasons are one group
    if (!known || known.score < group.score) found.set(same, group);
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.key.localeCompare(b.key)).slice(0, keptGroups);
}

function aroundPartners(field: Field): Group[] {
  const around = new Map<number, Coded[]>();
  for (const member of field.members) {
    for (const partner of member.partners) {
      const known = around.get(partner);
      if (known) known.push(member);
      else around.set(partner, [member]);
    }
  }
  return [...around].flatMap(([partner, members]) => {
    const of = field.partners.names[partner]!;
    return gather(field, members, { code: 'partner', of, seekers: [], offerers: [] });
  });
}

function aroundThemes(field: Field): Group[] {
  const seekers = Map.groupBy(field.members.flatMap((member) => fromBits(...member.seeks).map((theme) => ({ theme, member }))), ({ theme }) => theme);
  const offerers = Map.groupBy(field.members.flatMap((member) => fromBits(...member.offers).map((theme) => ({ theme, member }))), ({ theme }) => theme);
  return [...seekers].flatMap(([of, seeking]) => {
    const offering = (offerers.get(of) ?? []).map(({ member }) => member);
    const all = [...new Set([...seeking.map(({ member }) => member), ...offering])];
    if (offering.length === 0) return [];
    const ids = (list: readonly Coded[]) => list.map(({ id }) => id);
    return gather(field, all, { code: 'complement', of, seekers: ids(seeking.map(({ member }) => member)), offerers: ids(offering) });
  });
}

/** The pair that has most in common, then whoever has most with those already there. */
function gather(field: Field, around: readonly Coded[], reason: GroupReason): Group[] {
  if (around.length < groupSizes.least) return [];
  const members = around.slice(0, mostLooked);
  const score = (a: Coded, b: Coded) => (field.isHidden(a.id, b.id) ? Number.NEGATIVE_INFINITY : scorePair(a, b, field.homes));
  const chosen: Coded[] = [];
  let total = 0;
  while (chosen.length < groupSizes.most) {
    const next = chosen.length === 0 ? bestPair(members, score) : bestNext(members, chosen, score);
    if (!next) break;
    chosen.push(...next.members);
    total += next.score;
  }
  const ids = chosen.map(({ id }) => id).sort();
  const kept: GroupReason = { ...reason, seekers: reason.seekers.filter((id) => ids.includes(id)), offerers: reason.offerers.filter((id) => ids.includes(id)) };
  if (ids.length < groupSizes.least || (reason.code === 'complement' && (kept.seekers.length === 0 || kept.offerers.length === 0))) return [];
  const pairs = (ids.length * (ids.length - 1)) / 2;
  return [{ key: `${reason.code}:${reason.of}`, members: ids, score: Math.round((total / pairs) * 10) / 10, reason: kept }];
}

type Score = (a: Coded, b: Coded) => number;

function bestPair(members: readonly Coded[], score: Score) {
  let best: { members: Coded[]; score: number } | undefined;
  for (let i = 0; i < members.length; i++)
    for (let j = i + 1; j < members.length; j++) {
      const points = score(members[i]!, members[j]!);
      if (points > (best?.score ?? 0)) best = { members: [members[i]!, members[j]!], score: points };
    }
  return best;
}

function bestNext(members: readonly Coded[], chosen: readonly Coded[], score: Score) {
  let best: { members: Coded[]; score: number } | undefined;
  for (const one of members) {
    if (chosen.includes(one)) continue;
    const points = chosen.reduce((sum, other) => sum + score(one, other), 0);
    if (points > (best?.score ?? 0)) best = { members: [one], score: points };
  }
  return best;
}
