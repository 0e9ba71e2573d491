import { sql } from '~/platform/db/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import { isMemberOf, visibleTo, type WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { mayAnswer } from './queries.ts';

/** An alert that one's network sent and that one's body has not answered: before everything else. */
export const waiting: WaitingFor = async (db, reader, lang) => {
  if (!mayAnswer(reader)) return [];
  const { rows } = await sql<{ slug: string; title: string; network: string; since: string }>`
    select distinct on (s.id) s.slug, s.title, c.network_id as network, c.sent_at::date::text as since
    from emergency_calls c join sheets s on s.id = c.emergency_id and s.state = 'alert' and s.merged_into is null
    where c.network_id is not null and ${visibleTo(reader, 's')} and not exists (select 1 from emergency_answers a where a.emergency_id = s.id and a.body_id = ${reader.acting!.body!.id})
    order by s.id, c.sent_at limit 10`.execute(db);
  const mine = await Promise.all(rows.map(({ network }) => isMemberOf(db, reader, network)));
  const t = translator(messages, lang);
  return rows.filter((_, index) => mine[index]).map(({ slug, title, since }) => ({
    title: t('waiting.title', { title }), text: t('waiting.text'), seconds: 20, rank: 1 as const, since,
    main: { label: t('waiting.do'), href: paths.show.href({ slug }) },
  }));
};
