import { sql, type Db } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import { anonymous, type Mandate, type Reader, type Role } from '~/sheets/index.ts';
import { sessionDays } from './commands.ts';
import { groupsOfAccount } from './rooms.ts';
import { hashToken } from './tokens.ts';

interface Row {
  session_id: string;
  mandate_id: string | null;
  stale: boolean;
  account_id: string;
  mail: string;
  name: string;
  title: string | null;
  lang: Lang;
  trusted: boolean;
  demo: string | null;
  suspended: string | null;
  groups: string[];
  mandates: { id: string; role: Role; body_id: string | null; kind: string; slug: string; body: string; function: string | null; service: string | null; until: string | null }[] | null;
}

/** Who holds this token, with the mandates that are in force: one indexed query. */
export async function findReader(db: Db, token: string): Promise<Reader> {
  const { rows } = await sql<Row>`
    select s.id as session_id, s.mandate_id, s.seen_at < now() - interval '1 hour' as stale,
      a.id as account_id, a.mail, a.name, a.title, a.lang, a.trusted_at is not null as trusted, a.demo,
      case when a.suspended_until >= current_date then a.suspended_until end as suspended, m.mandates,
      ${groupsOfAccount} as groups
    from sessions s
    join accounts a on a.id = s.account_id and a.closed_at is null
    left join lateral (
      select json_agg(json_build_object('id', m.id, 'role', m.role, 'body_id', m.body_id, 'kind', b.kind, 'slug', b.slug, 'body', b.title,
        'function', m.function, 'service', m.service, 'until', m.until) order by m.granted_at, m.id) as mandates
      from mandates m left join sheets b on b.id = m.body_id
      where m.account_id = a.id and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)
    ) m on true
    where s.token_hash = ${hashToken(token)} and s.expires_at > now()`.execute(db);
  const row = rows[0];
  if (!row) return anonymous;
  // used, so kept thirty days more
  if (row.stale) await sql`update sessions set seen_at = now(), expires_at = now() + ${`${sessionDays} days`}::interval where id = ${row.session_id}`.execute(db);
  const mandates = (row.mandates ?? []).map(toMandate);
  const acting = mandates.find((one) => one.id === row.mandate_id) ?? (mandates.length === 1 ? mandates[0] : undefined);
  return {
    kind: mandates.some((one) => one.role !== 'expert') ? 'member' : 'account',
    bodies: mandates.flatMap((one) => (one.body ? [one.body.id] : [])),
    groups: row.groups,
    account: { id: row.account_id, mail: row.mail, name: row.name, title: row.title, lang: row.lang, trusted: row.trusted, demo: row.demo, sessionId: row.session_id, ...(row.suspended ? { suspended: row.suspended } : {}) },
    mandates,
    // Suspended: one reads, and acts for nobody.
    ...(acting && !row.suspended ? { acting } : {}),
  };
}

function toMandate(row: NonNullable<Row['mandates']>[number]): Mandate {
  const body = row.body_id ? { id: row.body_id, kind: row.kind, slug: row.slug, title: row.body } : null;
  return { id: row.id, role: row.role, body, function: row.function, service: row.service, until: row.until };
}
