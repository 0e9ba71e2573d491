import { readLink } from '~/modules/accounts/index.ts';
import { isId, type Read } from '~/platform/db/index.ts';
import type { Body, Reader } from '~/sheets/index.ts';
import { listSpeakable } from './door.ts';

/** An invitation as whoever received it reads it. */
export interface OpenInvitation {
  id: string;
  /** The link that a mail brought; null for somebody signed in. */
  token: string | null;
  groupId: string;
  slug: string;
  group: string;
  summary: string | null;
  standing: 'member' | 'guest';
  until: string | null;
  word: string | null;
  /** The function of whoever invites. */
  by: string;
  mail: string | null;
  /** For whom this reader may come. */
  bodies: Body[];
  /** Answered, withdrawn, or its time is over. */
  over: boolean;
}

/** Undefined for anybody else: there is nothing at that address. */
export async function findInvited(db: Read, reader: Reader, id: string, token: string | undefined, now: number): Promise<OpenInvitation | undefined> {
  if (!isId(id)) return undefined;
  const row = await db
    .selectFrom('group_invitations as i')
    .innerJoin('sheets as s', 's.id', 'i.group_id')
    .innerJoin('working_groups as w', 'w.sheet_id', 's.id')
    .select(['i.group_id', 'i.mail', 'i.account_id', 'i.body_id', 'i.standing', 'i.until', 'i.word', 'i.invited_by', 'i.outcome', 'i.expires_at', 's.slug', 's.title', 's.summary', 'w.reserved_roles'])
    .where('i.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const link = token ? await readLink(db, 'group-invitation', token, now) : null;
  const held = link?.payload.id === id;
  const { account } = reader;
  const mine = account && (row.account_id === account.id || (row.mail !== null && row.mail.toLowerCase() === account.mail.toLowerCase()));
  if (!held && !mine) return undefined;
  const bodies = listSpeakable(reader, { reserved: row.reserved_roles }).map(({ body }) => body!);
  return {
    id, token: held ? token! : null, groupId: row.group_id, slug: row.slug, group: row.title, summary: row.summary, standing: row.standing as 'member' | 'guest', until: row.until, word: row.word,
    by: row.invited_by, mail: row.mail, bodies: bodies.filter(({ id: body }) => !row.body_id || body === row.body_id),
    over: row.outcome !== null || Temporal.Instant.from(String(row.expires_at)).epochMilliseconds <= now || (row.until !== null && row.until < dayAt(now)),
  };
}

const dayAt = (now: number) => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
