import { sql, type Read } from '~/platform/db/index.ts';
import type { Reader } from '~/sheets/index.ts';
import type { Writing } from '../access.ts';
import type { FollowUpKind } from '../rules.ts';

export interface FollowUp {
  id: string;
  kind: FollowUpKind;
  text: string;
  /** Who sees to it: a body's name, a function, or words. Never a person's name. */
  owner: string | null;
  body: { kind: string; slug: string; title: string } | null;
  /** The value of the form's list. */
  holder: string;
  due: string | null;
  doneAt: string | null;
  doneBy: string | null;
}

interface Row extends Omit<FollowUp, 'owner' | 'body' | 'holder'> {
  words: string | null;
  function: string | null;
  body_id: string | null;
  account_id: string | null;
  body_kind: string;
  slug: string;
  title: string;
  open: boolean;
}

const columns = sql`f.id, f.kind, f.text, f.owner as words, f.due::text as due, f.done_at::text as "doneAt", f.done_by as "doneBy",
  f.body_id, f.account_id, a.title as function, b.kind as body_kind, b.slug, b.title, b.visibility = 'public' as open`;
const tables = sql`minutes_follow_ups f left join accounts a on a.id = f.account_id and a.closed_at is null left join sheets b on b.id = f.body_id and b.merged_into is null`;

function toFollowUp({ words, function: held, body_id, account_id, body_kind, slug, title, open, ...row }: Row): FollowUp {
  const body = body_id && open ? { kind: body_kind, slug, title } : null;
  return { ...row, owner: words ?? held ?? body?.title ?? null, body: words === null && held === null ? body : null, holder: body_id ? `body:${body_id}` : account_id ? `account:${account_id}` : '' };
}

export async function listFollowUps(db: Read, sheetId: string): Promise<FollowUp[]> {
  const { rows } = await sql<Row>`select ${columns} from ${tables} where f.sheet_id = ${sheetId}::uuid order by f.kind, f.due nulls last, f.created_at limit 200`.execute(db);
  return rows.map(toFollowUp);
}

export interface OwnFollowUp extends FollowUp {
  sheet: { kind: string; slug: string; title: string };
  since: string;
}

/** Not done yet, of published minutes: what this person, or the body that they act for, said they would see to. */
export async function listOwnFollowUps(db: Read, { account, acting }: Reader): Promise<OwnFollowUp[]> {
  const { rows } = await sql<Row & { sheet_kind: string; sheet_slug: string; sheet_title: string; since: string }>`
    select ${columns}, s.kind as sheet_kind, s.slug as sheet_slug, s.title as sheet_title, f.created_at::text as since
    from ${tables} join minutes m on m.sheet_id = f.sheet_id and m.state = 'published' join sheets s on s.id = f.sheet_id and s.merged_into is null
    where f.done_at is null and f.kind = 'follow-up'
      and (f.account_id = ${account!.id}::uuid or (f.body_id = ${acting?.body?.id ?? null}::uuid and ${acting?.role !== 'expert'}))
    order by f.due nulls last, f.created_at limit 20`.execute(db);
  return rows.map(({ sheet_kind, sheet_slug, sheet_title, since, ...row }) => ({ ...toFollowUp(row), sheet: { kind: sheet_kind, slug: sheet_slug, title: sheet_title }, since }));
}

/** Who may be given a follow-up: the bodies that organise or speak, those who take notes and the organisers' people, by function. */
export async function listOwners(db: Read, reader: Reader, { sheet, meetingId }: Writing): Promise<[value: string, label: string][]> {
  const { rows } = await sql<{ value: string; label: string }>`
    with bodies as (
      select distinct b.id, b.title from sheets b where b.merged_into is null and b.visibility = 'public' and (b.id in (
        select to_id from sheet_links where from_id in (${sheet.id}::uuid, ${meetingId}::uuid) and role in ('organiser', 'co-organiser', 'speaker', 'group'))
        or b.id in (select p.body_id from meeting_roles r join person_functions p on p.id = r.function_id where r.sheet_id = ${sheet.id}::uuid))),
    people as (
      select distinct a.id, a.title || coalesce(', ' || b.title, '') as label from accounts a
      left join mandates m on m.account_id = a.id and m.ended_at is null and m.body_id in (select id from bodies) left join sheets b on b.id = m.body_id
      where a.closed_at is null and a.title is not null and (a.id = ${reader.account!.id}::uuid or m.id is not null
        or a.id in (select account_id from minutes_writers where sheet_id = ${sheet.id}::uuid)))
    select value, label from (
      select 1 as rank, 'body:' || id as value, title as label from bodies union all
      select 2, 'account:' || id, label from people) found order by rank, label limit 120`.execute(db);
  return rows.map(({ value, label }) => [value, label]);
}
