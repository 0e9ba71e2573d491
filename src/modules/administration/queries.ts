import { readFileSync } from 'node:fs';
import { isId, sql, type Read } from '~/platform/db/index.ts';
import { listMigrations } from '~/platform/db/migrate.ts';
import type { Role } from '~/sheets/index.ts';
import { journalNames } from './rules.ts';

export interface Versions {
  app: string;
  node: string;
  postgres: string;
  migrations: { applied: number; pending: number; last: string };
}

const app = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

export async function getVersions(db: Read): Promise<Versions> {
  const { rows } = await sql<{ postgres: string; applied: string[] }>`
    select current_setting('server_version') as postgres, array(select name from migrations order by name) as applied`.execute(db);
  const { postgres, applied } = rows[0]!;
  const all = await listMigrations();
  return { app, node: process.versions.node, postgres, migrations: { applied: applied.length, pending: all.filter((name) => !applied.includes(name)).length, last: applied.at(-1) ?? '' } };
}

export interface Administrator {
  accountId: string;
  title: string | null;
  mail: string;
  since: string;
  until: string | null;
}

export async function listAdministrators(db: Read): Promise<Administrator[]> {
  const rows = await db
    .selectFrom('mandates')
    .innerJoin('accounts', 'accounts.id', 'mandates.account_id')
    .select(['accounts.id as accountId', 'title', 'mail', 'since', 'until'])
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .where('closed_at', 'is', null)
    .where(sql<boolean>`(until is null or until >= current_date)`)
    .orderBy('granted_at')
    .execute();
  return rows;
}

export interface AccountKept {
  id: string;
  mail: string;
  name: string;
  title: string | null;
}

export async function findAccount(db: Read, id: string): Promise<AccountKept | undefined> {
  if (!isId(id)) return undefined;
  return db.selectFrom('accounts').select(['id', 'mail', 'name', 'title']).where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst();
}

export interface JournalLine {
  position: number;
  name: string;
  at: string;
  actor: string;
  body: string | null;
  sheet: { kind: string; slug: string; title: string } | null;
  role: Role | null;
  fields: string[];
}

const journalPage = 50;

/** What was done to the instance: mandates, settings, exports, and what administrators did; latest first. */
export async function listJournal(db: Read, before: number | undefined): Promise<{ lines: JournalLine[]; next: number | null }> {
  const { rows } = await sql<{ position: number; name: string; at: string; actor: string; body: string | null; kind: string | null; slug: string; title: string; changes: Record<string, unknown> }>`
    select e.position, e.name, e.at, e.actor, b.title as body, s.kind, s.slug, s.title, e.changes
    from events e left join sheets b on b.id = e.on_behalf_of left join sheets s on s.id = e.sheet_id
    where e.position < ${before ?? Number.MAX_SAFE_INTEGER} and (e.name = any(${[...journalNames]}::text[]) or e.acting_role = 'administrator')
    order by e.position desc limit ${journalPage + 1}`.execute(db);
  const lines = rows.slice(0, journalPage).map(({ kind, slug, title, changes, ...row }) => {
    const role = Array.isArray(changes.role) ? ((changes.role[1] ?? changes.role[0]) as Role) : null;
    return { ...row, role, fields: row.name === 'settings.updated' ? Object.keys(changes) : [], sheet: kind ? { kind, slug, title } : null };
  });
  return { lines, next: rows.length > journalPage ? lines.at(-1)!.position : null };
}
