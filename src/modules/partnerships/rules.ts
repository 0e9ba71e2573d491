import type { Phase } from '~/sheets/index.ts';
import { earliestDay, yearOf, type PartialDate } from '~/platform/dates/partial.ts';

/** Kinds of link, as written in addresses. For keeps; twinning and agreement are never merged. */
export const types = ['jumelage', 'accord-de-cooperation', 'amitie', 'partenariat', 'cooperation', 'projet', 'contact'] as const;
export type PartnershipType = (typeof types)[number];

export const states = ['draft', 'active', 'in_renewal', 'suspended', 'dormant', 'ended'] as const;
export type PartnershipState = (typeof states)[number];

export const phases: Record<PartnershipState, Phase> = {
  draft: 'unknown', active: 'ongoing', in_renewal: 'ongoing', suspended: 'paused', dormant: 'paused', ended: 'ended',
};

/** What a year of departure means. A twinning year is not the year in which an agreement started: they are never added up. */
export const startMeanings = ['twinning', 'agreement', 'partnership'] as const;
export type StartMeaning = (typeof startMeanings)[number];

export const dimensions = ['political', 'technical', 'economic', 'cultural', 'civic'] as const;
export type Dimension = (typeof dimensions)[number];

export interface Refusal {
  refused: RefusalCode;
}
export type RefusalCode =
  | 'parties.french' | 'parties.foreign' | 'parties.side' | 'parties.placeholder' | 'partner.incomplete' | 'exists'
  | 'start.meaning' | 'start.date' | 'start.future' | 'start.doubt'
  | 'state.move' | 'state.reason' | 'state.note' | 'state.act' | 'publish.gain' | 'publish.state'
  | 'strand.move' | 'strand.reason' | 'strand.follows' | 'strand.evidence'
  | 'agreement.move' | 'agreement.cycle' | 'agreement.period' | 'agreement.dates' | 'agreement.renewed'
  | 'exchange.future' | 'milestone.future';

export const refuse = (refused: RefusalCode): Refusal => ({ refused });

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}

/** A draft may still look for its partner; what is public names both sides. */
export function checkParties({ french, foreign, draft }: { french: readonly string[]; foreign: readonly string[]; draft: boolean }): Refusal | null {
  if (!french.length) return refuse('parties.french');
  return foreign.length || draft ? null : refuse('parties.foreign');
}

/** A year without its meaning says nothing. */
export function checkStart({ start, meaning }: { start?: PartialDate; meaning?: StartMeaning | null }): Refusal | null {
  return start && !meaning ? refuse('start.meaning') : null;
}

/** Both or neither, and nothing that has not begun. */
export function checkStartEdited(start: PartialDate | null, meaning: string | null, today: string): Refusal | null {
  if (!start) return meaning ? refuse('start.date') : null;
  if (earliestDay(start) > today) return refuse('start.future');
  return meaning ? null : refuse('start.meaning');
}

/** A page for the public says what residents gain, at least on one side. */
export function checkPublication({ gains }: { gains: readonly { sentence: string }[] }): Refusal | null {
  return gains.some((gain) => gain.sentence.trim() !== '') ? null : refuse('publish.gain');
}

type By = 'officer' | 'elected';
interface Move {
  by: By;
  /** The act that decides it is cited. */
  act?: true;
}

const end: Move = { by: 'elected', act: true };
const moves: Record<PartnershipState, Partial<Record<PartnershipState, Move>>> = {
  draft: { active: { by: 'elected', act: true } },
  active: { in_renewal: { by: 'officer' }, suspended: { by: 'elected' }, dormant: { by: 'officer' }, ended: end },
  in_renewal: { active: { by: 'officer' }, suspended: { by: 'elected' }, ended: end },
  suspended: { active: { by: 'elected' }, ended: end },
  dormant: { active: { by: 'elected' }, ended: end },
  ended: {},
};

export function findMove(from: PartnershipState, to: PartnershipState): Move | undefined {
  return moves[from][to];
}

export interface StateRequest {
  state: PartnershipState;
  reason?: string;
  note?: string;
  source?: { document: string };
}

/** Each change gives its reason and its context; opening and ending also cite the act. Ended is final. */
export function checkStateChange(from: PartnershipState, change: StateRequest): Refusal | null {
  const move = findMove(from, change.state);
  if (!move) return refuse('state.move');
  if (!change.reason?.trim()) return refuse('state.reason');
  if (!change.note?.trim()) return refuse('state.note');
  return move.act && !change.source ? refuse('state.act') : null;
}

/** Coming back from sleep or suspension is a relaunch. */
export function isRelaunch(previous: string | undefined, state: string): boolean {
  return state === 'active' && (previous === 'dormant' || previous === 'suspended');
}

const dormantAfterMonths = 24;

/** Nothing known for two years: sleep is suggested, a person decides. */
export function suggestsDormant(state: PartnershipState, lastActivity: string | null, today: string): boolean {
  if (state !== 'active' || !lastActivity) return false;
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(lastActivity).add({ months: dormantAfterMonths }), today) <= 0;
}

export interface Counted {
  type: string | null;
  state: string | null;
}

const countedTypes: readonly string[] = ['jumelage', 'accord-de-cooperation'];
const countedStates: readonly string[] = ['active', 'in_renewal', 'suspended', 'dormant'];

/** Twinnings and agreements that live, sleep or wait count; drafts, ended ones and other links do not. Shown as message `count.rule`. */
export function isCounted({ type, state }: Counted): boolean {
  return countedTypes.includes(type ?? '') && countedStates.includes(state ?? '');
}

export interface Count {
  twinnings: number;
  agreements: number;
  /** Twinnings and agreements: « 21 partenariats ». */
  total: number;
  /** Published links of other kinds, told apart and never added. */
  others: number;
}

export function countPartnerships(list: readonly Counted[]): Count {
  const counted = list.filter(isCounted);
  const twinnings = counted.filter((one) => one.type === 'jumelage').length;
  const others = list.filter((one) => !countedTypes.includes(one.type ?? '') && countedStates.includes(one.state ?? '')).length;
  return { twinnings, agreements: counted.length - twinnings, total: counted.length, others };
}

/** The years that other texts give, kept beside the chosen one. */
export function otherYears(facts: readonly { field: string; value: string; chosen: boolean; outdated?: boolean }[]): string[] {
  return facts.filter((fact) => fact.field === 'start' && !fact.chosen && !fact.outdated).map((fact) => fact.value);
}

const roundYears = 5;

/** How many years in that year, when it is a round number of them; a start that is not known has none. */
export function roundAnniversary(start: PartialDate | null, year: number): number | null {
  if (!start) return null;
  const years = year - yearOf(start);
  return years > 0 && years % roundYears === 0 ? years : null;
}

/** The sign of the family of links: two words may share a drawing, the word is always beside it. */
export function signOf(type: string | null): 'jumelage' | 'amitie' | 'accord' | 'projet' | 'contact' {
  if (type === 'jumelage' || type === 'amitie' || type === 'projet') return type;
  return type === 'contact' ? 'contact' : 'accord';
}
