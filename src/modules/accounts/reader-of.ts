import { sql, type Read } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Reader } from '~/sheets/index.ts';
import { groupsOfAccount } from './rooms.ts';

/** What an account may read without a session: for a calendar that a program reads by a secret address. It acts for nobody. */
export async function findReaderOf(db: Read, accountId: string): Promise<{ reader: Reader; lang: Lang; demo: string | null } | undefined> {
  const { rows } = await sql<{ lang: Lang; demo: string | null; bodies: string[]; groups: string[]; member: boolean }>`
    select a.lang, a.demo,
      coalesce(array_agg(m.body_id) filter (where m.body_id is not null), '{}') as bodies, coalesce(bool_or(m.role <> 'expert'), false) as member,
      ${groupsOfAccount} as groups
    from accounts a
    left join mandates m on m.account_id = a.id and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)
    where a.id = ${accountId}::uuid and a.closed_at is null group by a.id`.execute(db);
  const [row] = rows;
  return row && { reader: { kind: row.member ? 'member' : 'account', bodies: row.bodies, groups: row.groups }, lang: row.lang, demo: row.demo };
}
