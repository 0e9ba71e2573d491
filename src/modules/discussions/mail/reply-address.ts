import { timingSafeEqual } from 'node:crypto';
import { signCodes } from '~/modules/accounts/index.ts';
import type { Read } from '~/platform/db/index.ts';
import { replyDays } from '../rules.ts';

const purpose = 'reply';
const dayMs = 86_400_000;
const dayOf = (now: number) => Math.floor(now / dayMs);

/** Before the plus sign: `reponse+3k-fpz-…@reponse.ville.fr`. */
export const inboxName = 'reponse';

/** One address for each person of a thread (`num` of discussion_people), signed, with the day it was written. */
export async function buildReplyAddresses(db: Read, nums: readonly number[], domain: string, now: number): Promise<string[]> {
  const heads = nums.map((num) => `${num.toString(36)}-${dayOf(now).toString(36)}`);
  const codes = await signCodes(db, purpose, heads);
  return heads.map((head, index) => `${inboxName}+${head}-${codes[index]}@${domain}`);
}

/** Whose answer it is; null when this instance did not write the address, or too long ago. */
export async function parseReplyToken(db: Read, token: string, now: number): Promise<number | null> {
  const [, num, day, code] = /^([0-9a-z]{1,12})-([0-9a-z]{1,8})-([a-z2-7]{24})$/.exec(token.toLowerCase()) ?? [];
  if (!num || !day || !code) return null;
  const [expected] = await signCodes(db, purpose, [`${num}-${day}`]);
  if (!timingSafeEqual(Buffer.from(code), Buffer.from(expected!))) return null;
  return dayOf(now) - parseInt(day, 36) <= replyDays ? parseInt(num, 36) : null;
}
