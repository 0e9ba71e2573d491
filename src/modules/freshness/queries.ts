import { sql, type Read } from '~/platform/db/index.ts';
import { freshnessOf, listKinds, sheetHref, type FreshnessLevel, type Reader } from '~/sheets/index.ts';
import { staleDayOf, undoMinutes } from './rules.ts';

export interface KeptSheet {
  id: string;
  kind: string;
  type: string | null;
  slug: string;
  title: string;
  confirmedAt: string | null;
  level: FreshnessLevel;
  /** I confirmed it a moment ago: it can be taken back. */
  justNow: boolean;
}

export interface Kept {
  sheets: KeptSheet[];
  total: number;
  stale: number;
}

/** Who may say that a sheet is exact for the body they act for; a partner abroad proposes, an expert reads. */
const keepers = ['agent', 'elected', 'project-holder', 'funder', 'partner', 'animator'];

/** Kinds that somebody can correct: nobody is asked to confirm what they could not put right. */
export const askedKinds = (): string[] => listKinds().filter((spec) => spec.edit && spec.kind !== 'theme').map((spec) => spec.kind);

/** Sheets that a body keeps: the same rule as `own` in sheets/rights. `body` is SQL. */
export const keptBy = (body: ReturnType<typeof sql>) => sql`(select id from sheets where id = ${body} union select id from sheets where owner_id = ${body}
  union select from_id from sheet_links where to_id = ${body} and role in ('french', 'holder', 'host', 'organiser'))`;

export const keeperRoles = sql`array[${sql.join(keepers)}]::text[]`;

/** What the body that one acts for keeps: what was just confirmed, the body itself, then the oldest confirmations. */
export async function listKept(db: Read, { acting, account }: Reader, today: string, { limit, staleOnly = false }: { limit: number; staleOnly?: boolean }): Promise<Kept> {
  if (!acting?.body || !keepers.includes(acting.role)) return { sheets: [], total: 0, stale: 0 };
  const body = sql`${acting.body.id}::uuid`;
  const isStale = sql`(s.confirmed_at is null or left(s.confirmed_at, 10) <= ${staleDayOf(today)})`;
  const { rows } = await sql<Omit<KeptSheet, 'level'> & { total: number; stale: number }>`
    select id, kind, type, slug, title, "confirmedAt", "justNow", total, stale from (
      select s.id, s.kind, s.type, s.slug, s.title, s.confirmed_at as "confirmedAt", s.weight, ${isStale} as is_stale, recent.id is not null as "justNow",
        (count(*) over ())::integer as total, (count(*) filter (where ${isStale}) over ())::integer as stale
      from sheets s
      left join lateral (select c.id from confirmations c where c.sheet_id = s.id and c.account_id = ${account?.id ?? null}::uuid and c.withdrawn_at is null
        and c.recorded_at > now() - make_interval(mins => ${undoMinutes}) limit 1) recent on true
      where s.id in ${keptBy(body)} and s.merged_into is null and s.kind = any(${askedKinds()}::text[])
    ) kept where ${sql.val(!staleOnly)} or is_stale or "justNow"
    order by "justNow" desc, (id = ${body}) desc, is_stale desc, "confirmedAt" nulls last, array_position(${askedKinds()}::text[], kind), weight desc, title limit ${limit}`.execute(db);
  return { sheets: rows.map(({ total: _total, stale: _stale, ...row }) => ({ ...row, level: freshnessOf(row.confirmedAt, today) })), total: rows[0]?.total ?? 0, stale: rows[0]?.stale ?? 0 };
}

export interface Asked {
  id: string;
  kind: string;
  slug: string;
  title: string;
  href: string;
  confirmedAt: string | null;
  /** Why this account may say so: the function and the body that history shows. */
  actor: { name: string | null; role: string; bodyId: string };
}

/** The sheet of a link, when the account that it was written to still keeps it. */
export async function findAsked(db: Read, sheetId: string, accountId: string): Promise<Asked | undefined> {
  const { rows } = await sql<{ id: string; kind: string; slug: string; title: string; confirmed_at: string | null; name: string | null; role: string; body_id: string }>`
    select s.id, s.kind, s.slug, s.title, s.confirmed_at, coalesce(a.title, m.function) as name, m.role, m.body_id
    from sheets s join mandates m on s.id in ${keptBy(sql`m.body_id`)}
    join accounts a on a.id = m.account_id and a.closed_at is null
    where s.id = ${sheetId}::uuid and s.merged_into is null and a.id = ${accountId}::uuid and ${inForce} and (a.suspended_until is null or a.suspended_until < current_date)
    order by m.granted_at, m.id limit 1`.execute(db);
  const row = rows[0];
  return row && { id: row.id, kind: row.kind, slug: row.slug, title: row.title, href: sheetHref(row.kind, row.slug), confirmedAt: row.confirmed_at, actor: { name: row.name, role: row.role, bodyId: row.body_id } };
}

/** Mandates `m` that let somebody say so today. */
export const inForce = sql`m.role = any(${keeperRoles}) and m.body_id is not null and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)`;
