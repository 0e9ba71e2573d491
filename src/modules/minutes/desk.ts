import { sql, type Read } from '~/platform/db/index.ts';
import { formatDay, translator } from '~/platform/i18n/index.ts';
import { getKind, rightConditions, visibleTo, type Body, type DeskPart, type Reader } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import type { State } from './rules.ts';

/** What is older and was never begun is left to the archives. */
const monthsAgo = 6;

interface Unfinished {
  kind: string;
  slug: string;
  title: string;
  state: Exclude<State, 'published'>;
  until: string | null;
}

/** Minutes begun and not published, and meetings held lately of which nothing is written; the latest first. */
async function listUnfinished(db: Read, reader: Reader, network: Body | null, today: string): Promise<Unfinished[]> {
  const since = Temporal.PlainDate.from(today).subtract({ months: monthsAgo }).toString();
  const last = sql`coalesce(e.end_date, e.start_date)`;
  const { rows } = await sql<Unfinished>`
    with mine as materialized (select e.id, e.state, ${last} as last from sheets e where e.kind = 'event' and ${visibleTo(reader, 'e')} ${network === null ? sql`` : sql`and ${rightConditions(network.id, 'e').own}`}),
    unfinished as (
      select n.sheet_id as id, n.state, n.review_until, e.last from minutes n left join meeting_sessions x on x.sheet_id = n.sheet_id join mine e on e.id = coalesce(x.meeting_id, n.sheet_id)
      where n.state in ('draft', 'review')
      union all
      select e.id, 'none', null, e.last from mine e
      where e.state = 'held' and e.last between ${since} and ${today}
        and not exists (select 1 from minutes n left join meeting_sessions x on x.sheet_id = n.sheet_id where e.id in (n.sheet_id, x.meeting_id)))
    select s.kind, s.slug, s.title, u.state, u.review_until::text as until from unfinished u join sheets s on s.id = u.id and s.merged_into is null order by u.last desc nulls last, s.num limit 20`.execute(db);
  return rows;
}

const unfinished: DeskPart = {
  section: 'prepare',
  order: 20,
  async list({ lang, primary, reader, today }, network) {
    const t = translator(messages, lang);
    return (await listUnfinished(primary, reader, network, today)).map(({ kind, slug, title, state, until }) => ({
      label: t('prepare.minutes', { title }),
      rule: state === 'review' && until ? t('prepare.review', { date: formatDay(lang, until, { dateStyle: 'long' }) }) : t(state === 'none' ? 'prepare.none' : 'prepare.draft'),
      href: paths.desk.href({ genre: getKind(kind).genre, slug }),
    }));
  },
};

export const desk: readonly DeskPart[] = [unfinished];
