import goalData from '~root/db/reference/sdg-goals.json';
import targetData from '~root/db/reference/sdg-targets.json';
import type { Lang } from '~/platform/i18n/index.ts';

export interface SdgGoal {
  /** 1 to 17. */
  n: number;
  /** « Eau propre et assainissement ». */
  short: Record<Lang, string>;
  /** The whole sentence of the resolution. */
  title: Record<Lang, string>;
}

export interface SdgTarget {
  /** `6.1`, `6.a`. */
  code: string;
  fr: string;
  en: string;
}

const goals: readonly SdgGoal[] = goalData.goals;
const targets = targetData.targets as readonly SdgTarget[];

export function listGoals(): readonly SdgGoal[] {
  return goals;
}

export function findGoal(n: number): SdgGoal | undefined {
  return goals[n - 1];
}

/** « ODD 6, Eau propre et assainissement » is the caller's sentence; this is its second half. */
export function goalName(n: number, lang: Lang): string {
  return goals[n - 1]?.short[lang] ?? String(n);
}

/** The targets of one goal, in their order. */
export function listTargets(goal: number): SdgTarget[] {
  return targets.filter((target) => target.code.startsWith(`${goal}.`));
}
