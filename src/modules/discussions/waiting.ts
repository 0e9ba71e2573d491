import { sql } from '~/platform/db/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { Waiting, WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listReports } from './reports.ts';

/** Private conversations where somebody else spoke last and was not read, and what was reported to this reader. */
export const waiting: WaitingFor = async (db, reader, lang) => {
  const t = translator(messages, lang);
  const [{ rows }, reports] = await Promise.all([
    sql<{ id: string; title: string; unread: number; since: string }>`
      select d.id, d.title, d.messages - p.read as unread, d.last_at::text as since
      from discussion_people p join discussions d on d.id = p.discussion_id
      where p.account_id = ${reader.account?.id ?? null}::uuid and p.following and p.party and d.messages > p.read
      order by d.last_at limit 20`.execute(db),
    listReports(db, reader),
  ]);
  const conversations = rows.map((row): Waiting => ({
    title: t('waiting.conversation', { title: row.title }), text: t('waiting.conversation.text', { n: row.unread }), seconds: 120,
    main: { label: t('waiting.open'), href: paths.show.href({ id: row.id }) }, since: Temporal.Instant.from(row.since).toString(), rank: 1,
  }));
  if (reports.length === 0) return conversations;
  return [...conversations, {
    title: t('waiting.reports', { n: reports.length }), text: t('waiting.reports.text'), seconds: 60,
    main: { label: t('waiting.reports.open'), href: paths.reports.href({}) }, since: Temporal.Instant.from(reports[0]!.at).toString(), rank: 1,
  }];
};
