import { isId, sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';
import { pageSize } from '../rules.ts';

export interface MeetingChoice {
  id: string;
  slug: string;
  title: string;
}

/** Meetings to come that this body organises, the nearest first. */
export async function listMeetings(db: Read, reader: Reader, bodyId: string, today: string): Promise<MeetingChoice[]> {
  const { rows } = await sql<MeetingChoice>`
    select s.id, s.slug, s.title from sheets s
    where s.kind = 'event' and ${visibleTo(reader, 's')} and s.state is distinct from 'cancelled' and (s.start_date is null or coalesce(s.end_date, s.start_date) >= left(${today}, length(coalesce(s.end_date, s.start_date))))
      and (s.owner_id = ${bodyId}::uuid or exists (select 1 from sheet_links l where l.from_id = s.id and l.to_id = ${bodyId}::uuid and l.role in ('holder', 'host', 'organiser')))
    order by s.start_date nulls last, s.title limit 100`.execute(db);
  return rows;
}

export interface Counts {
  invited: number;
  sent: number;
  yes: number;
  people: number;
  no: number;
  silent: number;
  /** Who may still be reminded. */
  remindable: number;
}

export interface InvitationShown extends Counts {
  id: string;
  meeting: { id: string; slug: string; title: string };
  words: string;
  replyBy: string | null;
  at: string;
}

/** What this body sent, with the answers counted now; one, or the last fifty. `meetingId`: of one meeting. */
export async function listInvitations(db: Read, bodyId: string, { id, meetingId }: { id?: string; meetingId?: string } = {}): Promise<InvitationShown[]> {
  if (id !== undefined && !isId(id)) return [];
  const { rows } = await sql<Omit<InvitationShown, 'meeting'> & { meeting_id: string; slug: string; title: string }>`
    select i.id, s.id as meeting_id, s.slug, s.title, i.words, i.reply_by as "replyBy", i.created_at::text as at, g.*
    from contact_invitations i join sheets s on s.id = i.meeting_id
    cross join lateral (
      select count(*) as invited, count(sent_at) as sent, count(*) filter (where answer = 'yes') as yes, coalesce(sum(people), 0)::integer as people,
        count(*) filter (where answer = 'no') as no, count(*) filter (where answer is null) as silent,
        count(*) filter (where answer is null and sent_at is not null and reminded_at is null and not reminder_due and mail is not null) as remindable
      from contact_guests where invitation_id = i.id) g
    where i.body_id = ${bodyId}::uuid ${id === undefined ? sql`` : sql`and i.id = ${id}::uuid`} ${meetingId === undefined ? sql`` : sql`and i.meeting_id = ${meetingId}::uuid`}
    order by i.created_at desc limit 50`.execute(db);
  return rows.map(({ meeting_id, slug, title, ...row }) => ({ ...row, meeting: { id: meeting_id, slug, title } }));
}

export interface Guest {
  name: string;
  mail: string | null;
  organisation: string;
  answer: 'yes' | 'no' | null;
  people: number | null;
  sent: boolean;
  reminded: boolean;
}

export async function listGuests(db: Read, invitationId: string, page: number): Promise<Guest[]> {
  const { rows } = await sql<Guest>`
    select name, mail, organisation, answer, people, sent_at is not null as sent, reminded_at is not null as reminded
    from contact_guests where invitation_id = ${invitationId}::uuid order by name, id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  return rows;
}

/** How many would be written to: once an address, and not who was invited before. */
export async function countNew(db: Read, bodyId: string, meetingId: string, listIds: readonly string[]): Promise<{ total: number; fresh: number }> {
  const { rows } = await sql<{ total: number; fresh: number }>`
    select count(*) as total, count(*) filter (where not exists (select 1 from contact_guests g where g.meeting_id = ${meetingId}::uuid and g.body_id = c.body_id and lower(g.mail) = lower(c.mail))) as fresh
    from contact_cards c where c.body_id = ${bodyId}::uuid and exists (select 1 from contact_entries e where e.contact_id = c.id and e.list_id = any(${[...listIds]}::uuid[]))`.execute(db);
  return rows[0]!;
}

export interface GuestInvited {
  id: string;
  bodyId: string;
  name: string;
  mail: string | null;
  answer: 'yes' | 'no' | null;
  people: number | null;
  words: string;
  body: string;
  meeting: { slug: string; title: string; state: string | null; isPublic: boolean; start: string | null; startPrecision: string | null; end: string | null; endPrecision: string | null };
}

/** What the person's own link shows: the invitation, whoever may see the meeting's sheet. */
export async function findGuest(db: Read, id: string | undefined): Promise<GuestInvited | undefined> {
  if (!id || !isId(id)) return undefined;
  const { rows } = await sql<Omit<GuestInvited, 'meeting'> & { meeting: GuestInvited['meeting'] }>`
    select g.id, g.body_id as "bodyId", g.name, g.mail, g.answer, g.people, i.words, b.title as body,
      json_build_object('slug', s.slug, 'title', s.title, 'state', s.state, 'isPublic', s.visibility = 'public', 'start', s.start_date, 'startPrecision', s.start_precision, 'end', s.end_date, 'endPrecision', s.end_precision) as meeting
    from contact_guests g join contact_invitations i on i.id = g.invitation_id join sheets s on s.id = g.meeting_id join sheets b on b.id = g.body_id
    where g.id = ${id}::uuid`.execute(db);
  return rows[0];
}
