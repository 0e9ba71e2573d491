import { sql } from '~/platform/db/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import { isMemberOf, visibleTo, type WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { mayAnswer } from './queries.ts';

/** An alert that a network of one's body sent and that the body has not answered: before everything else. */
export const waiting: WaitingFor = async (db, reader, lang) => {
  if (!mayAnswer(reader)) return [];
  const body = reader.acting!.body!.id;
  const { rows } = await sql<{ slug: string; title: string; networks: string[]; since: string }>`
    select s.slug, s.title, array_agg(distinct c.network_id)::text[] as networks, min(c.sent_at)::date::text as since
    from emergency_calls c join sheets s on s.id = c.emergency_id and s.state = 'alert' and s.merged_into is null
    where c.network_id is not null and ${visibleTo(reader, 's')} and not exists (select 1 from emergency_answers a where a.emergency_id = s.id and a.body_id = ${body}::uuid)
    group by s.id order by min(c.sent_at) desc limit 50`.execute(db);
  const networks = [...new Set(rows.flatMap((row) => row.networks))];
  const own = await Promise.all(networks.map((network) => isMemberOf(db, { kind: 'member', bodies: [body] }, network)));
  const t = translator(messages, lang);
  return rows.filter((row) => row.networks.some((network) => own[networks.indexOf(network)])).map(({ slug, title, since }) => ({
    title: t('waiting.title', { title }), text: t('waiting.text'), seconds: 20, rank: 1 as const, since,
    main: { label: t('waiting.do'), href: paths.show.href({ slug }) },
  }));
};
