import { listAccountsOf } from '~/modules/accounts/index.ts';
import { sql, type Read } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { findSheet, listKinds, rightConditions, type Reader, type SheetSummary } from '~/sheets/index.ts';
import type { FeedbackKind, FeedbackState, Progress } from './rules.ts';

export interface Step {
  step: FeedbackState;
  at: string;
  actor: string;
  note: string | null;
  eventId: string | null;
}

export interface Feedback extends Progress {
  id: string;
  page: string;
  sheet: { id: string; kind: string; slug: string; title: string } | null;
  lang: Lang;
  kind: FeedbackKind;
  /** Null once it was erased. */
  text: string | null;
  answer: string | null;
  receivedAt: string;
  assigneeId: string | null;
  /** The function, never the name. */
  assignee: string | null;
}

/** The sheet shown at a path, if this reader may see it. */
export async function findSheetAt(db: Read, reader: Reader, page: string): Promise<SheetSummary | undefined> {
  for (const { kind, path } of listKinds()) {
    const prefix = path.pattern.replace(':slug', '');
    const slug = page.startsWith(prefix) ? page.slice(prefix.length) : '';
    if (!slug || slug.includes('/')) continue;
    const found = await findSheet(db, reader, kind, decode(slug));
    if (found && !('movedTo' in found)) return found;
    if (found) return findSheetAt(db, reader, path.href({ slug: found.movedTo }));
  }
  return undefined;
}

function decode(slug: string): string {
  try {
    // PostgreSQL has no text with a null character, and no sheet such a name
    return decodeURIComponent(slug).replaceAll('\0', '');
  } catch {
    return slug;
  }
}

/** The messages that this reader answers for: of the sheets that their body keeps, of the network they animate, all for the instance. */
function isHandledBy({ acting }: Reader) {
  if (acting?.role === 'administrator') return sql<boolean>`true`;
  if (!acting?.body || acting.role === 'expert') return sql<boolean>`false`;
  const { own, keeper, member, loose } = rightConditions(acting.body.id);
  if (acting.role === 'animator') return sql<boolean>`(s.id is not null and (${own} or ${member} or ${loose}))`;
  const keeps = acting.role === 'project-holder' || acting.role === 'funder' ? sql`false` : keeper;
  return sql<boolean>`(s.id is not null and (${own} or ${keeps}))`;
}

/** Somebody acts for the body that keeps the sheet `s`. */
const isKept = sql<boolean>`exists (select 1 from mandates m where m.ended_at is null and (m.until is null or m.until >= current_date)
  and (m.body_id in (s.id, s.owner_id)
    or exists (select 1 from sheet_links l where l.from_id = s.id and l.to_id = m.body_id and l.role in ('french', 'holder', 'host', 'organiser'))))`;

export type Selection = { of: 'open' | 'mine' | 'closed' | 'waiting' } | { id: string };

/** `waiting`: given to this reader, or still to nobody and theirs to give. Newest last, so that the oldest is answered first. */
export async function listFeedback(db: Read, reader: Reader, asked: Selection, limit = 100): Promise<Feedback[]> {
  const me = reader.account?.id ?? null;
  const orphan = reader.acting?.role === 'administrator' ? sql<boolean>`(s.id is null or not ${isKept})` : sql<boolean>`true`;
  const which = 'id' in asked ? sql<boolean>`f.id = ${asked.id}`
    : asked.of === 'closed' ? sql<boolean>`f.state = 'closed'`
    : asked.of === 'mine' ? sql<boolean>`f.state <> 'closed' and f.assignee_id = ${me}`
    : asked.of === 'waiting' ? sql<boolean>`f.state <> 'closed' and (f.assignee_id = ${me} or (f.state = 'received' and ${orphan}))`
    : sql<boolean>`f.state <> 'closed'`;
  const { rows } = await sql<Row>`
    select f.id, f.page, f.lang, f.kind, f.text, f.answer, f.state, f.wants_reply as "wantsReply", f.mail is not null as "hasAddress",
      to_char(f.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt", f.assignee_id as "assigneeId",
      coalesce(a.title, a.name) as assignee, s.id as sheet_id, s.kind as sheet_kind, s.slug, s.title,
      exists (select 1 from feedback_steps p where p.feedback_id = f.id and p.step = 'applied') as applied,
      exists (select 1 from feedback_steps p where p.feedback_id = f.id and p.step = 'answered') as answered
    from feedback f left join sheets o on o.id = f.sheet_id left join sheets s on s.id = coalesce(o.merged_into, o.id)
      left join accounts a on a.id = f.assignee_id
    where ${isHandledBy(reader)} and ${which}
    order by case when f.state = 'closed' then f.closed_at end desc, f.received_at, f.id limit ${limit}`.execute(db);
  return rows.map(({ sheet_id, sheet_kind, slug, title, ...row }) => ({ ...row, sheet: sheet_id ? { id: sheet_id, kind: sheet_kind, slug, title } : null }));
}

type Row = Omit<Feedback, 'sheet'> & { sheet_id: string | null; sheet_kind: string; slug: string; title: string };

/** A message that this reader answers for; nothing for anybody else. */
export async function findFeedback(db: Read, reader: Reader, id: string): Promise<Feedback | undefined> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return undefined;
  return (await listFeedback(db, reader, { id }))[0];
}

export async function listSteps(db: Read, id: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select step, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, actor, note, event_id as "eventId"
    from feedback_steps where feedback_id = ${id} order by id`.execute(db);
  return rows;
}

/** To whom it may be given: oneself, and those who act for the body that keeps the sheet. Their names are shown to their colleagues only. */
export async function listAssignees(db: Read, reader: Reader, { sheet }: Feedback): Promise<{ id: string; name: string; title: string }[]> {
  const { account, acting } = reader;
  const owner = sheet && (await db.selectFrom('sheets').select('owner_id').where('id', '=', sheet.id).executeTakeFirst())?.owner_id;
  const bodies = [...new Set([acting?.body?.id, sheet?.id, owner])].filter((id) => typeof id === 'string');
  const found = (await Promise.all(bodies.map((id) => listAccountsOf(db, id)))).flat().filter(({ role }) => role !== 'expert');
  const others = acting?.role === 'administrator' || acting?.body ? found : [];
  return [...new Map([{ id: account!.id, name: account!.name, title: account!.title }, ...others].map((one) => [one.id, { id: one.id, name: one.name, title: one.title ?? one.name }])).values()];
}

export interface Change {
  id: string;
  name: string;
  at: string;
  actor: string;
  fields: string[];
}

/** What was changed on the sheet since the message came, newest first. */
export async function listChangesSince(db: Read, { sheet, receivedAt }: Feedback): Promise<Change[]> {
  if (!sheet) return [];
  const { rows } = await sql<Change>`
    select id, name, actor, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, array(select jsonb_object_keys(changes)) as fields
    from events where sheet_id = ${sheet.id} and at >= ${receivedAt}::timestamptz and position is not null
      and split_part(name, '.', 1) not in ('mandate', 'follow', 'feedback', 'moderation')
    order by position desc limit 30`.execute(db);
  return rows;
}

/** The address that a reply goes to: read when it is written, and shown to nobody. */
export async function findAddress(db: Read, id: string): Promise<string | null> {
  return (await db.selectFrom('feedback').select('mail').where('id', '=', id).executeTakeFirst())?.mail ?? null;
}

