import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { updateSessions } from '../registration/commands.ts';
import { describeMeeting } from '../registration/found.ts';
import { queueExpert, type Around } from '../registration/mail.ts';

export interface ExpertInput {
  mail: string;
  name: string | null;
  function: string;
  sessionId: string | null;
  words: string | null;
  lang: Lang;
  /** The body that invites, as the mail names it. */
  host: string;
}

const mostADay = 50;

/** R153: somebody from outside is invited to one meeting by a signed link; no account is made, they are no member. */
export async function inviteExpert(tx: Tx, actor: Actor, meetingId: string, input: ExpertInput, around: Around): Promise<{ id: string } | { refused: 'known' | 'many'; field: string }> {
  await tx.selectFrom('meetings').select('sheet_id').where('sheet_id', '=', meetingId).forUpdate().execute();
  const known = await tx.selectFrom('registrations').select(['id', 'state']).where('meeting_id', '=', meetingId).where(sql`lower(mail)`, '=', input.mail.toLowerCase()).executeTakeFirst();
  if (known) return { refused: 'known', field: 'courriel' };
  const { n } = await tx.selectFrom('registrations').select((eb) => eb.fn.countAll<number>().as('n')).where('meeting_id', '=', meetingId).where('kind', '=', 'expert').where('created_at', '>', sql<string>`now() - interval '1 day'`).executeTakeFirstOrThrow();
  if (Number(n) >= mostADay) return { refused: 'many', field: 'courriel' };
  const id = newId();
  await tx
    .insertInto('registrations')
    .values({ id, meeting_id: meetingId, kind: 'expert', mail: input.mail, name: input.name, function: input.function, standing: 'expert', lang: input.lang, state: 'invited', invited_by: actor.name })
    .execute();
  if (input.sessionId) await updateSessions(tx, id, meetingId, [input.sessionId]);
  const { title, when, where } = await describeMeeting(tx, meetingId, input.lang);
  await queueExpert(tx, { id, mail: input.mail, lang: input.lang, title, host: input.host, words: input.words ?? '', when, where }, around);
  await recordEvent(tx, { name: 'registration.invited', actor: instance });
  return { id };
}

/** No longer wanted: the link stops answering and what was known of them is erased. */
export async function withdrawExpert(tx: Tx, meetingId: string, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('registrations').where('id', '=', id).where('meeting_id', '=', meetingId).where('kind', '=', 'expert').where('state', '=', 'invited').returning('id').executeTakeFirst();
  if (gone) await recordEvent(tx, { name: 'registration.withdrawn', actor: instance });
  return gone !== undefined;
}
