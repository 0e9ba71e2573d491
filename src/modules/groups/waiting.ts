import { sql } from '~/platform/db/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { Waiting, WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

/** Invitations to answer; for who leads groups, those who ask to come in, one line a group. */
export const waiting: WaitingFor = async (db, reader, lang) => {
  const { account, acting } = reader;
  if (!account) return [];
  const t = translator(messages, lang);
  const leads = acting?.body && (acting.role === 'chair' || acting.role === 'animator') ? acting.body.id : null;
  const [invited, asked] = await Promise.all([
    sql<{ id: string; title: string; by: string; since: string }>`
      select i.id, s.title, i.invited_by as by, i.created_at::text as since from group_invitations i join sheets s on s.id = i.group_id
      where i.outcome is null and i.expires_at > now() and (i.account_id = ${account.id}::uuid or lower(i.mail) = lower(${account.mail})) order by i.created_at limit 50`.execute(db),
    leads === null ? { rows: [] } : sql<{ slug: string; title: string; n: number; since: string }>`
      select s.slug, s.title, count(*)::integer as n, min(r.created_at)::text as since from group_requests r join sheets s on s.id = r.group_id
      where r.outcome is null and (s.id = ${leads}::uuid or s.owner_id = ${leads}::uuid) group by s.slug, s.title`.execute(db),
  ]);
  return [
    ...asked.rows.map((one): Waiting => ({
      title: t('waiting.asked', { n: one.n, group: one.title }), seconds: 30 * one.n, rank: 1, since: one.since,
      main: { label: t('waiting.asked.do'), href: `${paths.people.href({ slug: one.slug })}#demandes` },
    })),
    ...invited.rows.map((one): Waiting => ({
      title: t('waiting.invited', { group: one.title }), text: t('waiting.invited.by', { by: one.by }), seconds: 30, rank: 1, since: one.since,
      main: { label: t('waiting.invited.do'), href: paths.invitation.href({ id: one.id }) },
    })),
  ];
};
