import { cancelRegistration, registerFor } from '~/modules/meetings/index.ts';
import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { record } from '../commands.ts';

export interface InvitationInput {
  meetingId: string;
  bodyId: string;
  listIds: readonly string[];
  words: string;
  replyBy: string | null;
}

/** Writes down who is invited; a job writes to them. Who already is, whatever the list, is not invited again. `added` 0: nobody new, nothing is written. */
export async function createInvitation(tx: Tx, actor: Actor, input: InvitationInput): Promise<{ id: string; added: number }> {
  const id = newId();
  await tx.insertInto('contact_invitations').values({ id, meeting_id: input.meetingId, body_id: input.bodyId, words: input.words, reply_by: input.replyBy, created_by: actor.name }).execute();
  const { numAffectedRows } = await sql`
    insert into contact_guests (id, invitation_id, meeting_id, body_id, mail, name, function, organisation)
    select gen_random_uuid(), ${id}::uuid, ${input.meetingId}::uuid, ${input.bodyId}::uuid, c.mail, c.name, c.function, c.organisation
    from contact_cards c where c.body_id = ${input.bodyId}::uuid
      and exists (select 1 from contact_entries e where e.contact_id = c.id and e.list_id = any(${[...input.listIds]}::uuid[]))
    on conflict do nothing`.execute(tx);
  const added = Number(numAffectedRows ?? 0n);
  if (added === 0) {
    await tx.deleteFrom('contact_invitations').where('id', '=', id).execute();
    return { id, added };
  }
  await sql`update contact_cards c set used_at = now() from contact_guests g where g.invitation_id = ${id}::uuid and c.body_id = g.body_id and lower(c.mail) = lower(g.mail)`.execute(tx);
  await record(tx, actor, 'contact.invited');
  return { id, added };
}

/** Once a person, and only those who were written to and have not answered. */
export async function createReminders(tx: Tx, actor: Actor, bodyId: string, invitationId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('contact_guests').set({ reminder_due: true })
    .where('invitation_id', '=', invitationId).where('body_id', '=', bodyId).where('sent_at', 'is not', null).where('answer', 'is', null).where('reminded_at', 'is', null).where('mail', 'is not', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await record(tx, actor, 'contact.reminded');
  return Number(numUpdatedRows);
}

export interface Answer {
  answer: 'yes' | 'no';
  people: number;
  name: string;
}

export interface Around {
  origin: string;
  instanceName: string;
  now: number;
  today: string;
  lang: Lang;
}

export type Reached = 'registered' | 'waiting' | 'counted' | 'declined';

/** The last answer counts. A yes is a registration where the meeting takes them; a no gives the place back. */
export async function recordAnswer(tx: Tx, guestId: string, given: Answer, around: Around): Promise<Reached | null> {
  const guest = await tx.selectFrom('contact_guests').select(['meeting_id', 'mail', 'function', 'organisation', 'registration_id']).where('id', '=', guestId).forUpdate().executeTakeFirst();
  if (!guest?.mail) return null;
  const set = { answered_at: sql<string>`now()`, reminder_due: false, name: given.name };
  await recordEventOf(tx);
  if (given.answer === 'no') {
    if (guest.registration_id) await cancelRegistration(tx, guest.registration_id, guest.meeting_id, around);
    await tx.updateTable('contact_guests').set({ ...set, answer: 'no', people: null }).where('id', '=', guestId).execute();
    return 'declined';
  }
  const visitor = { name: given.name, mail: guest.mail, function: guest.function, body: guest.organisation, standing: 'expert', lang: around.lang };
  const registered = await registerFor(tx, { meetingId: guest.meeting_id, visitor, proven: true }, around);
  // Closed meanwhile: who was registered still is, and may still give the place back.
  const id = 'refused' in registered ? guest.registration_id : registered.id;
  await tx.updateTable('contact_guests').set({ ...set, answer: 'yes', people: given.people, registration_id: id }).where('id', '=', guestId).execute();
  return 'refused' in registered ? 'counted' : registered.state === 'waiting' ? 'waiting' : 'registered';
}

const recordEventOf = (tx: Tx) => record(tx, { name: 'contact' }, 'contact.answered');
