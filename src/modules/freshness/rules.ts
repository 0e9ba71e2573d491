/** Minutes during which a confirmation can be taken back by whoever gave it. */
export const undoMinutes = 10;
/** Days during which a link of the yearly mail serves. */
export const linkDays = 60;
/** Sheets that one mail asks about; the others wait in Mon espace. */
export const mostInMail = 20;
/** Sheets that Mon espace shows beside what waits. */
export const mostInSpace = 6;
/** Sheets confirmed at once. */
export const mostAtOnce = 200;
/** Days that a new account is left in peace. */
export const settlingDays = 30;

export const linkPurpose = 'freshness';

/** Last day, ISO, on which a confirmation is now a year old or more: `confirmed_at <= staleDay` is « à actualiser ». */
export function staleDayOf(today: string): string {
  return Temporal.PlainDate.from(today).subtract({ years: 1 }).toString();
}
