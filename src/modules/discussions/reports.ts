import { isId, sql, type Read } from '~/platform/db/index.ts';
import { rightConditions, type Reader } from '~/sheets/index.ts';
import { mayKeepPeace } from './rooms.ts';

export interface Report {
  id: string;
  messageId: string;
  title: string;
  text: string;
  reason: string;
  at: string;
}

/**
 * What waits for this reader: of the groups that they lead, and, for those who animate or administer, what is in no group. They
 * see the message that is reported and its title, nothing else of a private conversation; only the administrator is asked there.
 */
export async function listReports(db: Read, reader: Reader, id?: string): Promise<Report[]> {
  const { acting } = reader;
  if (!acting || acting.role === 'expert' || (id !== undefined && !isId(id))) return [];
  const all = acting.role === 'administrator';
  const body = acting.body?.id;
  const leads = body
    ? sql<boolean>`exists (select 1 from sheets s where s.id = d.group_id and (${rightConditions(body).own} ${acting.role === 'animator' ? sql`or ${rightConditions(body).member} or ${rightConditions(body).loose}` : sql``}))`
    : sql<boolean>`false`;
  const peers = mayKeepPeace(reader) ? sql`d.group_id is null and d.kind = 'question'` : sql`false`;
  const { rows } = await sql<Report>`
    select r.id, r.message_id as "messageId", d.title, m.text, r.reason, r.at::text as at
    from discussion_reports r join discussion_messages m on m.id = r.message_id join discussions d on d.id = m.discussion_id
    where r.outcome is null and m.account_id is distinct from ${reader.account!.id}::uuid and (${sql.val(all)}::boolean or ${leads} or ${peers})
      ${id === undefined ? sql`` : sql`and r.id = ${id}::uuid`}
    order by r.at limit 50`.execute(db);
  return rows;
}
