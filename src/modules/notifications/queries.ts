import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';
import { visibleToAccount } from './visible.ts';
import { defaultRhythm, type Rhythm } from './rules.ts';

/** Something that happened to a sheet, ready to be told: no person in it. */
export interface Told {
  eventId: string;
  /** `partnership.updated`. */
  name: string;
  at: string;
  sheetId: string;
  kind: string;
  slug: string;
  title: string;
  /** A function of that body has changed hands. */
  function: string | null;
  /** A thing about it that is no sheet: what it is called, and its page. */
  label: string | null;
  path: string | null;
  /** Names of what changed, with the state that it is now in. */
  fields: string[];
  state: string | null;
  /** For whom it was done: a public body. */
  body: string | null;
  isRead: boolean;
}

const toldColumns = sql`n.event_id as "eventId", e.name, e.at::text as at, s.id as "sheetId", s.kind, s.slug, s.title, n.function, n.label, n.path,
  array(select jsonb_object_keys(e.changes)) as fields, e.changes -> 'state' ->> 1 as state, b.title as body, n.read_at is not null as "isRead"`;
const toldTables = sql`notifications n join events e on e.id = n.event_id join sheets s on s.id = n.sheet_id
  left join sheets b on b.id = e.on_behalf_of and b.visibility = 'public'`;

/** What these rows tell, by account, the newest first. What its reader may no longer see is not there. */
export async function listTold(db: Read, rows: readonly { accountId: string; eventId: string }[]): Promise<Map<string, Told[]>> {
  if (rows.length === 0) return new Map();
  const { rows: told } = await sql<Told & { accountId: string }>`
    select n.account_id as "accountId", ${toldColumns} from ${toldTables} join accounts a on a.id = n.account_id
    where (n.account_id, n.event_id) in (select * from unnest(${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.eventId)}::uuid[])) and ${visibleToAccount}
    order by n.at desc`.execute(db);
  return Map.groupBy(told, (row) => row.accountId);
}

export interface News {
  items: Told[];
  total: number;
  unread: number;
}

export async function listNews(db: Read, reader: Reader, limit: number): Promise<News> {
  const { rows } = await sql<Told & { total: number; unread: number }>`
    select ${toldColumns}, (count(*) over ())::integer as total, (count(*) filter (where n.read_at is null) over ())::integer as unread
    from ${toldTables} where n.account_id = ${reader.account!.id}::uuid and ${visibleTo(reader, 's')}
    order by n.at desc limit ${limit}`.execute(db);
  return { items: rows, total: rows[0]?.total ?? 0, unread: rows[0]?.unread ?? 0 };
}

export interface Follow {
  id: string;
  kind: string | null;
  slug: string | null;
  title: string | null;
  country: string | null;
  function: string | null;
}

/** Of one account, what its reader may see. */
export async function listFollows(db: Read, reader: Reader): Promise<Follow[]> {
  const { rows } = await sql<Follow>`
    select f.id, s.kind, s.slug, s.title, f.country, f.function from follows f left join sheets s on s.id = f.sheet_id
    where f.account_id = ${reader.account!.id}::uuid and (f.sheet_id is null or ${visibleTo(reader, 's')})
    order by s.title nulls last, f.function nulls first, f.country`.execute(db);
  return rows;
}

export interface FollowState {
  followed: boolean;
  /** Functions of the body, without who holds them. */
  functions: { name: string; followed: boolean }[];
}

/** Functions are those that a document tells, or that are held in public. */
export async function getFollowState(db: Read, accountId: string, sheetId: string): Promise<FollowState> {
  const { rows } = await sql<{ name: string | null; followed: boolean }>`
    select null as name, exists (select 1 from follows where account_id = ${accountId}::uuid and sheet_id = ${sheetId}::uuid and function is null) as followed
    union all
    select known.function, exists (select 1 from follows f where f.account_id = ${accountId}::uuid and f.sheet_id = ${sheetId}::uuid and f.function = known.function)
    from (select function from person_functions where body_id = ${sheetId}::uuid and (standing in ('elected', 'ambassador') or document_id is not null)
      union select function from follows where account_id = ${accountId}::uuid and sheet_id = ${sheetId}::uuid and function is not null) known
    order by name nulls first limit 60`.execute(db);
  return { followed: rows[0]!.followed, functions: rows.slice(1).map((row) => ({ name: row.name!, followed: row.followed })) };
}

export async function hasCountry(db: Read, accountId: string, country: string): Promise<boolean> {
  return (await db.selectFrom('follows').select('id').where('account_id', '=', accountId).where('country', '=', country).executeTakeFirst()) !== undefined;
}

export interface MailChoices {
  rhythm: Rhythm;
  reminders: boolean;
}

export async function getMailChoices(db: Read, accountId: string): Promise<MailChoices> {
  const row = await db.selectFrom('mail_choices').select(['rhythm', 'reminders']).where('account_id', '=', accountId).executeTakeFirst();
  return row ? { rhythm: row.rhythm as Rhythm, reminders: row.reminders } : { rhythm: defaultRhythm, reminders: true };
}
