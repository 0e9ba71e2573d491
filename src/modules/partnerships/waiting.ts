import { sql, type Read } from '~/platform/db/index.ts';
import { latestDay, parsePartialDate } from '~/platform/dates/partial.ts';
import { formatPartialDate, translator, type Lang } from '~/platform/i18n/index.ts';
import { commonPaths, toDate, type Reader, type Waiting, type WaitingFor } from '~/sheets/index.ts';
import { monthsBeforeEnd, type AgreementState } from './agreements/rules.ts';
import { messages } from './messages.ts';
import { suggestsDormant } from './rules.ts';

// « Mon espace » shows five things in all: sleep is asked about little by little
const dormantAtOnce = 2;

/** R026, R031: agreements that end within six months, and links of which nothing was heard for two years. A person decides. */
export const waiting: WaitingFor = async (db, reader, lang, today) => {
  const body = bodyOf(reader);
  if (!body) return [];
  const [expiring, dormant] = await Promise.all([listExpiring(db, body, lang, today), listDormant(db, body, lang, today)]);
  return [...expiring, ...dormant];
};

function bodyOf({ acting }: Reader): string | undefined {
  return acting?.body && (acting.role === 'agent' || acting.role === 'elected') ? acting.body.id : undefined;
}

const actHref = (slug: string, act: string, query: Record<string, string> = {}) => commonPaths.act.href({ genre: 'partenariat', slug, act }, query);

interface AgreementRow {
  id: string; title: string; slug: string; partnership: string; state: AgreementState; end_date: string; end_precision: string; since: string;
}

async function listExpiring(db: Read, body: string, lang: Lang, today: string): Promise<Waiting[]> {
  const { rows } = await sql<AgreementRow>`
    select a.id, a.title, s.slug, s.title as partnership, last.state, a.end_date, a.end_precision, last.recorded_at as since
    from partnership_agreements a join sheets s on s.id = a.sheet_id
    join sheet_links l on l.from_id = s.id and l.role = 'french' and l.to_id = ${body}
    join lateral (select state, recorded_at from partnership_agreement_states where agreement_id = a.id order by position desc limit 1) last on true
    where s.merged_into is null and s.state <> 'ended' and a.end_date is not null and last.state in ('signed', 'in_force')
      and not exists (select 1 from partnership_agreements n where n.renews = a.id)`.execute(db);
  const t = translator(messages, lang);
  return rows.flatMap((row): Waiting[] => {
    const end = toDate(row.end_date, row.end_precision)!;
    if (monthsBeforeEnd(row.state, { end }, today) === null) return [];
    const text = t(latestDay(end) < today ? 'waiting.expired.text' : 'waiting.expiring.text', { agreement: row.title, date: formatPartialDate(lang, end) });
    return [{
      title: t('waiting.expiring', { title: row.partnership }), text, seconds: 120, rank: 2, since: String(row.since),
      main: { label: t('waiting.expiring.renew'), href: actHref(row.slug, 'accord-reconduction', { accord: row.id }) },
      other: { label: t('waiting.expiring.state'), href: actHref(row.slug, 'accord-etat', { accord: row.id }) },
    }];
  });
}

async function listDormant(db: Read, body: string, lang: Lang, today: string): Promise<Waiting[]> {
  const t = translator(messages, lang);
  const silent = (await listLastActivity(db, body)).filter((row) => suggestsDormant('active', latestDay(parsePartialDate(row.last)), today));
  return silent.slice(0, dormantAtOnce).map((row) => ({
    title: t('waiting.dormant', { title: row.title }),
    text: t('waiting.dormant.text', { date: formatPartialDate(lang, parsePartialDate(row.last)) }),
    seconds: 60, rank: 3, since: latestDay(parsePartialDate(row.last)),
    main: { label: t('waiting.dormant.tell'), href: actHref(row.slug, 'etape') },
    other: { label: t('waiting.dormant.sleep'), href: actHref(row.slug, 'etat', { mouvement: 'sommeil' }) },
  }));
}

/** When anything was last known of each active link, the longest silence first; those of which nothing is dated are left alone. */
export async function listLastActivity(db: Read, body: string): Promise<{ slug: string; title: string; last: string }[]> {
  const { rows } = await sql<{ slug: string; title: string; last: string }>`
    select s.slug, s.title, max(known.at) as last from sheets s
    join sheet_links l on l.from_id = s.id and l.role = 'french' and l.to_id = ${body}
    join lateral (
      select at from partnership_milestones where sheet_id = s.id and not planned
      union all select at from partnership_exchanges where sheet_id = s.id
      union all select at from sheet_states where sheet_id = s.id and position > 0
      union all select st.at from partnership_agreement_states st join partnership_agreements a on a.id = st.agreement_id where a.sheet_id = s.id
      union all select at from partnership_strands where sheet_id = s.id
      union all select coalesce(o.end_date, o.start_date) from sheet_links k join sheets o on o.id = k.from_id where k.to_id = s.id and k.role = 'partnership'
      union all select coalesce(o.end_date, o.start_date) from sheet_links there
        join sheet_links k on k.to_id = there.to_id and k.role in ('holder', 'partner', 'organiser')
        join sheet_links mine on mine.from_id = k.from_id and mine.to_id = ${body} and mine.role in ('holder', 'partner', 'organiser')
        join sheets o on o.id = k.from_id
        where there.from_id = s.id and there.role = 'foreign' and o.kind in ('action', 'event', 'programme')
    ) known on known.at is not null
    where s.kind = 'partnership' and s.state = 'active' and s.merged_into is null
    group by s.id order by max(known.at), s.num`.execute(db);
  return rows;
}
