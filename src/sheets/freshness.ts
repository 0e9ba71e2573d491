export type FreshnessLevel = 'fresh' | 'aging' | 'old';

/** Confirmed within twelve months: fresh; within twenty-four: aging; longer ago or never: old. Days are ISO. */
export function freshnessOf(confirmedAt: string | null, today: string): FreshnessLevel {
  if (!confirmedAt) return 'old';
  const months = Temporal.PlainDate.from(confirmedAt.slice(0, 10)).until(today, { largestUnit: 'month' }).months;
  return months < 12 ? 'fresh' : months < 24 ? 'aging' : 'old';
}
