export const reasons = ['illegal', 'personal', 'abuse', 'spam', 'false', 'rights', 'other'] as const;
export type Reason = (typeof reasons)[number];

export type MeasureKind = 'refuse' | 'hide' | 'warn' | 'suspend';

/** New sheets in one day: before a first approval, and after. */
export const dailyMost = { fresh: 5, trusted: 60 };

export const longest = 3000;

/** Days that an address is kept after the decision, months at most; months that words are kept; months to appeal. */
export const retention = { mailDays: 90, mailMonths: 12, textMonths: 24, appealMonths: 6 };

/** Territories, networks and themes are what others stand on: what is wrong in them is corrected, they are not hidden. */
export function mayHide(kind: string): boolean {
  return !['territory', 'network', 'theme'].includes(kind);
}

/** Nobody judges what they wrote themselves, nor an appeal against their own decision. */
export function mayJudge(me: string, ...involved: (string | null)[]): boolean {
  return !involved.includes(me);
}

/** What may follow a report, for whoever decides. Holding a person back from the whole instance is for its administration. */
export function listVerdicts({ kind, hasAuthor, isAdministrator, isHidden }: { kind: string; hasAuthor: boolean; isAdministrator: boolean; isHidden: boolean }): Verdict[] {
  return ['none', ...(mayHide(kind) && !isHidden ? (['hide'] as const) : []), ...(hasAuthor ? (['warn'] as const) : []), ...(hasAuthor && isAdministrator ? (['suspend'] as const) : [])];
}

export type Verdict = 'none' | 'hide' | 'warn' | 'suspend';

/** A suspension ends: after today, within a year. */
export function isSuspensionDay(day: string, today: string): boolean {
  try {
    const until = Temporal.PlainDate.from(day);
    const from = Temporal.PlainDate.from(today);
    return Temporal.PlainDate.compare(until, from) > 0 && Temporal.PlainDate.compare(until, from.add({ years: 1 })) <= 0;
  } catch {
    return false;
  }
}

/** Broad on purpose: only the mail itself proves an address. */
export function isMail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()",;:\\[\]]+@[^\s@<>()",;:\\[\].]+(\.[^\s@<>()",;:\\[\].]+)+$/.test(text);
}

/** Within six months, once. */
export function mayAppeal({ at, appealState, liftedAt }: { at: string; appealState: string | null; liftedAt: string | null }, today: string): boolean {
  const last = Temporal.PlainDate.from(dayOf(at)).add({ months: retention.appealMonths });
  return appealState === null && liftedAt === null && Temporal.PlainDate.compare(today, last) <= 0;
}

/** The day in France of an instant, for reading. */
export function dayOf(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
}
