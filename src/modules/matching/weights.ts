/**
 * How much each reason counts when two members are put side by side: the whole of the method, and the page
 * « Comment ces rapprochements sont calculés » is drawn from this file.
 *
 * A reason gives `first` points for the first thing in common, `next` for each other one, and never more than `most`.
 * `alone` says whether it is enough to propose a pair: size and nearness only add to something that two members share.
 */
export const weights = {
  /** They work with the same city or authority abroad. */
  partner: { first: 30, next: 8, most: 54, alone: true },
  /** One seeks a theme that the other offers, whichever way. */
  complement: { first: 24, next: 8, most: 48, alone: true },
  /** They work in the same country, with different partners. */
  country: { first: 10, next: 3, most: 19, alone: true },
  /** Both seek the same theme. */
  search: { first: 8, next: 3, most: 17, alone: true },
  /** Both have an action of this year on the same theme. */
  year: { first: 8, next: 3, most: 17, alone: true },
  /** Populations in a ratio of at most `sizeRatio`. */
  size: { first: 6, next: 0, most: 6, alone: false },
  /** At most `nearKm` apart. */
  near: { first: 6, next: 0, most: 6, alone: false },
} as const;

export type Reason = keyof typeof weights;
export const reasons = Object.keys(weights) as Reason[];

/** The larger has at most twice the inhabitants of the smaller. */
export const sizeRatio = 2;
export const nearKm = 80;

/** A pair with fewer points is not proposed: one country or one theme in common is a coincidence, two are a reason. */
export const leastPoints = 12;

/** Pairs kept for each member, and members of a group. */
export const keptPairs = 12;
export const groupSizes = { least: 3, most: 6 } as const;
export const keptGroups = 200;

/**
 * « Pas pour nous », said with the reason that is not one: from then on that reason counts for less when this member is
 * compared, by `lesson` each time, and never under `leastLesson` of its weight.
 */
export const lesson = 0.8;
export const leastLesson = 0.4;
