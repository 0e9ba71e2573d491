import type { Limit } from '~/modules/accounts/index.ts';

export const kinds = ['discussion', 'question', 'conversation'] as const;
export type Kind = (typeof kinds)[number];

/** Messages of one page, threads of one list. */
export const pageSize = 50;
export const longestTitle = 160;
export const longestText = 10_000;
/** Why a message is reported, or taken away. */
export const longestReason = 500;
/** Files of one message. */
export const mostFiles = 5;
/** People of one private conversation. */
export const mostPeople = 30;
/** Former texts and the words of what was taken away, in days. */
export const formerDays = 365;
/** How long the address to answer a mail works, in days. */
export const replyDays = 365;

/** Of one account: a hundred messages in an hour are a machine’s. */
export const limitsOf = (accountId: string): Limit[] => [
  { name: 'discussion message', of: accountId, most: 40, minutes: 60 },
  { name: 'discussion message day', of: accountId, most: 200, minutes: 1440 },
];

export type Fault = 'title.missing' | 'title.long' | 'text.missing' | 'text.long' | 'files.many' | 'file.kind' | 'file.large' | 'file.day' | 'often' | 'reason.missing' | 'reason.long';

/** The page on which a message stands. */
export const pageOf = (position: number) => Math.max(1, Math.ceil(position / pageSize));

/** Paragraphs as they were typed: an empty line parts them. */
export const paragraphsOf = (text: string) => text.split(/\n{2,}/).map((one) => one.trim()).filter(Boolean);

export type Piece = { text: string } | { href: string; text: string };

/** Addresses become links; the full stop that ends a sentence is not theirs. Nothing else is read as markup. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>«»"']+/g)) {
    const href = trimEnd(found[0]);
    if (!URL.canParse(href)) continue;
    if (found.index > at) pieces.push({ text: text.slice(at, found.index) });
    pieces.push({ href, text: href });
    at = found.index + href.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** `(voir https://exemple.fr/a_(b)).` leads to `https://exemple.fr/a_(b)`. */
function trimEnd(address: string): string {
  let end = address.replace(/[.,;:!?…]+$/, '');
  while (end.endsWith(')') && end.split(')').length > end.split('(').length) end = end.slice(0, -1).replace(/[.,;:!?…]+$/, '');
  return end;
}
