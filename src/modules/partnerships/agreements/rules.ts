import { earliestDay, latestDay, type PartialDate } from '~/platform/dates/partial.ts';
import { refuse, type Refusal } from '../rules.ts';

export const agreementKinds = ['agreement', 'convention', 'programme'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** `unknown`: the documents name the agreement and not its state. */
export const agreementStates = ['unknown', 'preparing', 'finalising', 'signed', 'in_force', 'expired', 'renewed', 'denounced'] as const;
export type AgreementState = (typeof agreementStates)[number];

const moves: Record<AgreementState, readonly AgreementState[]> = {
  unknown: ['preparing', 'finalising', 'signed', 'in_force', 'expired', 'denounced'],
  preparing: ['finalising'],
  finalising: ['signed'],
  signed: ['in_force', 'denounced'],
  in_force: ['expired', 'denounced'],
  expired: ['renewed'],
  renewed: [],
  denounced: [],
};

/** Where it may go from there; renewal is a new record. */
export function listAgreementMoves(from: AgreementState): AgreementState[] {
  return moves[from].filter((state) => state !== 'renewed');
}

/** States in which both sides are bound. */
export const bindingStates: readonly AgreementState[] = ['signed', 'in_force'];

export interface Period {
  start?: PartialDate | null;
  end?: PartialDate | null;
}

/** Inside its period as far as the dates are known; without a start, nobody can say that it is in force. */
export function isInsidePeriod({ start, end }: Period, day: string): boolean {
  return Boolean(start) && earliestDay(start!) <= day && (!end || day <= latestDay(end));
}

export function checkPeriod({ start, end }: Period): Refusal | null {
  return start && end && latestDay(end) < earliestDay(start) ? refuse('agreement.dates') : null;
}

export function checkAgreementMove(from: AgreementState, to: AgreementState, period: Period, today: string): Refusal | null {
  if (!moves[from].includes(to)) return refuse('agreement.move');
  return to === 'in_force' && !isInsidePeriod(period, today) ? refuse('agreement.period') : null;
}

/** A renewal points to what it renews; following the pointers never comes back. */
export function checkRenewal(id: string, renews: string | null, previous: ReadonlyMap<string, string | null>): Refusal | null {
  const seen = new Set([id]);
  for (let at = renews; at; at = previous.get(at) ?? null) {
    if (seen.has(at)) return refuse('agreement.cycle');
    seen.add(at);
  }
  return null;
}

const warnMonths = 6;

/** Months left when the end is near, 0 when it is past, null when there is nothing to say. */
export function monthsBeforeEnd(state: AgreementState, { end }: Period, today: string): number | null {
  if (!end || (state !== 'signed' && state !== 'in_force')) return null;
  const day = Temporal.PlainDate.from(today);
  const last = Temporal.PlainDate.from(latestDay(end));
  if (Temporal.PlainDate.compare(last, day) < 0) return 0;
  const left = day.until(last, { largestUnit: 'months' });
  const months = left.months + (left.days > 0 ? 1 : 0);
  return months <= warnMonths ? months : null;
}
