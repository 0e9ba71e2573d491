import { sql } from '~/platform/db/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

/** What enough members support waits for the network's animator to write it up and send it. */
export const waiting: WaitingFor = async (db, { acting }, lang) => {
  if (acting?.role !== 'animator' || !acting.body) return [];
  const { rows } = await sql<{ slug: string; title: string; n: number; since: string }>`
    select s.slug, s.title, (select count(*)::int from advocacy_supports p where p.item_id = s.id) as n, s.updated_at::date::text as since
    from sheets s where s.kind = 'advocacy' and s.state = 'supported' and s.merged_into is null and s.owner_id = ${acting.body.id} order by s.updated_at limit 10`.execute(db);
  const t = translator(messages, lang);
  return rows.map(({ slug, title, n, since }) => ({
    title: t('waiting.title', { title }), text: t('waiting.text', { n }), seconds: 600, rank: 1 as const, since,
    main: { label: t('waiting.do'), href: paths.show.href({ slug }) },
  }));
};
