import { sql, type Read } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Role } from '~/sheets/index.ts';

export interface AccountInfo {
  id: string;
  mail: string;
  name: string;
  title: string | null;
  lang: Lang;
}

const info = ['accounts.id', 'accounts.mail', 'accounts.name', 'accounts.title', 'accounts.lang'] as const;

/** The open account that signs in with this address, however its letters are written. */
export async function findAccountByMail(db: Read, mail: string): Promise<AccountInfo | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select(info)
    .where(sql<string>`lower(accounts.mail)`, '=', sql<string>`lower(${mail.trim()})`)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, lang: row.lang as Lang };
}

export interface ActsFor extends AccountInfo {
  mandateId: string;
  role: Role;
}

/** Who acts for a body now: one line per mandate in force, the oldest first. For mail and decisions, never for a page of others. */
export async function listAccountsOf(db: Read, bodyId: string, roles?: readonly Role[]): Promise<ActsFor[]> {
  const rows = await db
    .selectFrom('mandates')
    .innerJoin('accounts', 'accounts.id', 'mandates.account_id')
    .select([...info, 'mandates.id as mandateId', 'mandates.role'])
    .where('mandates.body_id', '=', bodyId)
    .where(inForce)
    .where('accounts.closed_at', 'is', null)
    .$if(roles !== undefined, (query) => query.where('mandates.role', 'in', roles!.length > 0 ? roles! : ['']))
    .orderBy('mandates.granted_at')
    .orderBy('mandates.id')
    .execute();
  return rows.map((row) => ({ ...row, lang: row.lang as Lang, role: row.role as Role }));
}

const inForce = sql<boolean>`mandates.ended_at is null and mandates.since <= current_date and (mandates.until is null or mandates.until >= current_date)`;

export interface HeldMandate {
  id: string;
  role: Role;
  body: { kind: string; slug: string; title: string } | null;
  function: string | null;
  service: string | null;
  since: string;
  until: string | null;
  /** Over: its last day has passed, or somebody ended it. */
  endedOn: string | null;
}

/** Every mandate that an account has or had: past ones stay, marked as past (R013). */
export async function listMandates(db: Read, accountId: string): Promise<HeldMandate[]> {
  const rows = await db
    .selectFrom('mandates')
    .leftJoin('sheets', 'sheets.id', 'mandates.body_id')
    .select(['mandates.id', 'role', 'sheets.kind', 'sheets.slug', 'sheets.title', 'function', 'service', 'since', 'until', sql<string | null>`
      case when ended_at is not null then ended_at::date::text when until < current_date then until::text end`.as('endedOn')])
    .where('mandates.account_id', '=', accountId)
    .orderBy(sql`ended_at is not null or coalesce(until < current_date, false)`)
    .orderBy('granted_at')
    .orderBy('mandates.id')
    .execute();
  return rows.map(({ kind, slug, title, role, ...row }) => ({ ...row, role: role as Role, body: kind && slug && title ? { kind, slug, title } : null }));
}
