import { sql, type Read } from '~/platform/db/index.ts';

export interface Reviewer {
  roleId: string;
  accountId: string | null;
  /** By mail, without an account. */
  byMail: boolean;
  agreed: boolean;
}

export interface Correction {
  id: string;
  roleId: string;
  text: string;
  sentAt: string;
  accountId: string | null;
}

export interface Review {
  until: string | null;
  reviewers: Reviewer[];
  /** Those that wait for an organiser. */
  corrections: Correction[];
}

export async function getReview(db: Read, sheetId: string): Promise<Review> {
  const [minutes, reviewers, corrections] = await Promise.all([
    db.selectFrom('minutes').select(sql<string | null>`review_until::text`.as('until')).where('sheet_id', '=', sheetId).executeTakeFirst(),
    db.selectFrom('minutes_reviewers').select(['role_id as roleId', 'account_id as accountId', sql<boolean>`mail is not null`.as('byMail'), sql<boolean>`agreed_at is not null`.as('agreed')]).where('sheet_id', '=', sheetId).execute(),
    db.selectFrom('minutes_corrections').select(['id', 'role_id as roleId', 'text', 'sent_at as sentAt', 'account_id as accountId']).where('sheet_id', '=', sheetId).where('state', '=', 'waiting').orderBy('sent_at').limit(200).execute(),
  ]);
  return { until: minutes?.until ?? null, reviewers, corrections };
}

export interface SpeakerAccount {
  roleId: string;
  accountId: string | null;
}

/** Which speakers have an account here: whoever says that this card is theirs. */
export async function listSpeakerAccounts(db: Read, sheetId: string): Promise<SpeakerAccount[]> {
  const { rows } = await sql<SpeakerAccount>`
    select distinct on (r.id) r.id as "roleId", a.id as "accountId" from meeting_roles r join person_functions p on p.id = r.function_id
    left join accounts a on a.person_id = p.person_id and a.closed_at is null where r.sheet_id = ${sheetId}::uuid order by r.id, a.created_at`.execute(db);
  return rows;
}

export interface OwnWords {
  roleId: string;
  said: string | null;
  /** Sent, and not decided yet. */
  proposed: string | null;
  agreed: boolean;
}

const wordsColumns = sql`r.id as "roleId", r.reported as said,
  (select c.text from minutes_corrections c where c.role_id = r.id and c.state = 'waiting' order by c.sent_at desc limit 1) as proposed,
  coalesce((select v.agreed_at is not null from minutes_reviewers v where v.role_id = r.id), false) as agreed`;

/** What this person said there, and nobody else’s words. */
export async function listOwnWords(db: Read, accountId: string, sheetId: string): Promise<OwnWords[]> {
  const { rows } = await sql<OwnWords>`
    select ${wordsColumns} from meeting_roles r join person_functions p on p.id = r.function_id join accounts a on a.person_id = p.person_id
    where r.sheet_id = ${sheetId}::uuid and a.id = ${accountId}::uuid order by r.position`.execute(db);
  return rows;
}

/** The same by the link of a mail. */
export async function findWords(db: Read, roleId: string): Promise<(OwnWords & { sheetId: string; functionId: string }) | undefined> {
  const { rows } = await sql<OwnWords & { sheetId: string; functionId: string }>`
    select ${wordsColumns}, r.sheet_id as "sheetId", r.function_id as "functionId" from meeting_roles r join minutes_reviewers v on v.role_id = r.id where r.id = ${roleId}::uuid`.execute(db);
  return rows[0];
}

/** Minutes under review in which this person speaks and has not answered. */
export async function listAsked(db: Read, accountId: string): Promise<{ kind: string; slug: string; title: string; since: string }[]> {
  const { rows } = await sql<{ kind: string; slug: string; title: string; since: string }>`
    select distinct s.kind, s.slug, s.title, min(v.asked_at)::text as since from minutes_reviewers v
    join minutes m on m.sheet_id = v.sheet_id and m.state = 'review' join sheets s on s.id = v.sheet_id and s.merged_into is null
    where v.account_id = ${accountId}::uuid and v.agreed_at is null
      and not exists (select 1 from minutes_corrections c where c.role_id = v.role_id and c.sent_at >= v.asked_at)
    group by s.kind, s.slug, s.title limit 10`.execute(db);
  return rows;
}
