import { sql, type Read } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { summaryColumns, toSummary, type SheetSummary } from '~/sheets/index.ts';
import type { Moments } from './rules.ts';

export interface Invitation extends Moments {
  id: string;
  sheetId: string;
  bodyId: string;
  body: string;
  function: string;
  lang: Lang;
  invitedBy: string;
  invitedAt: string;
  mail: string | null;
}

function selectInvitations(db: Read) {
  return db
    .selectFrom('invitations')
    .innerJoin('sheets as body', 'body.id', 'invitations.body_id')
    .select([
      'invitations.id', 'sheet_id as sheetId', 'body_id as bodyId', 'body.title as body', 'function', 'invitations.lang', 'invited_by as invitedBy', 'invited_at as invitedAt', 'mail',
      'expires_at as expiresAt', 'invitations.confirmed_at as confirmedAt', 'proposed_at as proposedAt', 'accepted_at as acceptedAt', 'revoked_at as revokedAt',
    ]);
}

/** Of one sheet, the latest first; only its keepers read them. */
export async function listInvitations(db: Read, sheetId: string): Promise<Invitation[]> {
  return (await selectInvitations(db).where('sheet_id', '=', sheetId).orderBy('invited_at', 'desc').limit(100).execute()) as unknown as Invitation[];
}

export async function findInvitation(db: Read, id: string): Promise<Invitation | undefined> {
  return (await selectInvitations(db).where('invitations.id', '=', id).executeTakeFirst()) as unknown as Invitation | undefined;
}

/** The sheet that somebody was invited to read, even while others do not see it. */
export async function findShared(db: Read, sheetId: string): Promise<(SheetSummary & { version: number; owner: string | null }) | undefined> {
  const row = await db
    .selectFrom('sheets')
    .leftJoin('sheets as owner', 'owner.id', 'sheets.owner_id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select(['sheets.version', 'owner.title as owner'])
    .where('sheets.id', '=', sheetId)
    .where('sheets.merged_into', 'is', null)
    .executeTakeFirst();
  return row && { ...toSummary(row), version: row.version, owner: row.owner };
}

/** The territories abroad of a shared sheet. */
export async function listPartners(db: Read, sheetId: string): Promise<{ id: string; title: string }[]> {
  return db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'to_id').select(['sheets.id', 'title'])
    .where('from_id', '=', sheetId).where('role', '=', 'foreign').where('merged_into', 'is', null).orderBy('position').execute();
}

export interface Sent {
  /** On this sheet, still waiting. */
  open: number;
  /** To this very address, still waiting. */
  same: number;
  /** By this person, since yesterday. */
  today: number;
}

export async function countSent(db: Read, sheetId: string, mail: string, accountId: string | null): Promise<Sent> {
  const { rows } = await sql<Sent>`
    select count(*) filter (where sheet_id = ${sheetId} and live)::int as open,
      count(*) filter (where sheet_id = ${sheetId} and live and lower(mail) = lower(${mail}))::int as same,
      count(*) filter (where account_id = ${accountId}::uuid and invited_at > now() - interval '1 day')::int as today
    from (select *, revoked_at is null and accepted_at is null and expires_at > now() as live from invitations) i`.execute(db);
  return rows[0]!;
}

/** Shared sheets of a territory abroad that it has not confirmed for a year. */
export async function listUnconfirmed(db: Read, bodyId: string): Promise<{ kind: string; slug: string; title: string; since: string }[]> {
  const { rows } = await sql<{ kind: string; slug: string; title: string; since: string }>`
    select s.kind, s.slug, s.title, s.updated_at as since from sheets s
    join sheet_links l on l.from_id = s.id and l.role = 'foreign' and l.to_id = ${bodyId}
    where s.visibility = 'public' and s.merged_into is null and s.phase is distinct from 'ended'
      and not exists (select 1 from sheet_confirmations c where c.sheet_id = s.id and c.body_id = ${bodyId} and c.at > now() - interval '1 year')
    order by s.num limit 2`.execute(db);
  return rows;
}
