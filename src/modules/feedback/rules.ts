export const kinds = ['remark', 'addition', 'suggestion'] as const;
export type FeedbackKind = (typeof kinds)[number];

export type FeedbackState = 'received' | 'assigned' | 'applied' | 'answered' | 'closed';

/** Days that an address is kept after closing; months at most; months that the words are kept. */
export const retention = { mailDays: 90, mailMonths: 12, textMonths: 24 };

export const longest = 5000;

/** Why a message is closed when nothing was changed and no reply is due. */
export const closings = ['already', 'no-change', 'off-topic', 'unwanted'] as const;
export type Closing = (typeof closings)[number];

/** What decides of the next step. */
export interface Progress {
  state: FeedbackState;
  wantsReply: boolean;
  /** False once it was erased: nobody can be answered any more. */
  hasAddress: boolean;
  applied: boolean;
  answered: boolean;
}

/** R192: there is no reply step when none was wanted. */
export function isReplyDue({ wantsReply, hasAddress, answered }: Progress): boolean {
  return wantsReply && hasAddress && !answered;
}

export function mayAssign({ state }: Progress): boolean {
  return state !== 'closed';
}

export function mayAnswer(progress: Progress): boolean {
  return isReplyDue(progress) && isUnderWay(progress);
}

export function mayApply(progress: Progress): boolean {
  return !progress.applied && isUnderWay(progress);
}

/** Reasons that may be given for closing; `done` when what was asked took place, none when a step is missing. */
export function listClosings(progress: Progress): readonly (Closing | 'done')[] {
  if (!isUnderWay(progress)) return [];
  if (isReplyDue(progress)) return ['unwanted'];
  return progress.applied || progress.answered ? ['done'] : closings;
}

const isUnderWay = ({ state }: Progress) => state !== 'received' && state !== 'closed';

/** A path of ours without language, query or fragment; the home page when it is anything else. */
export function readPage(given: string): string {
  const path = given.replace(/[?#].*$/s, '').replace(/^\/(en|es)(?=\/|$)/, '') || '/';
  return /^\/(?!\/)[\w\-./%~]{0,200}$/.test(path) && !path.includes('..') ? path : '/';
}

/** Broad on purpose: only the mail itself proves an address. */
export function isMail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()",;:\\[\]]+@[^\s@<>()",;:\\[\].]+(\.[^\s@<>()",;:\\[\].]+)+$/.test(text);
}

/** The day in France of an instant, for reading. */
export function dayOf(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
}
