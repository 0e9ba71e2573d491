import { sql } from '~/platform/db/index.ts';
import { formatDay, translator } from '~/platform/i18n/index.ts';
import { sheetHref, type WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { prolongedUntil, reminderDays } from './rules.ts';

/** Listings of the body that end soon: three months more in one click. */
export const waiting: WaitingFor = async (db, reader, lang, today) => {
  const body = reader.acting?.body?.id;
  if (!body || reader.acting?.role === 'expert') return [];
  const t = translator(messages, lang);
  const until = Temporal.PlainDate.from(today).add({ days: reminderDays }).toString();
  const { rows } = await sql<{ slug: string; title: string; expires_on: string }>`
    select s.slug, s.title, l.expires_on from sheets s join listings l on l.sheet_id = s.id
    where s.owner_id = ${body} and s.kind = 'listing' and s.state in ('published', 'contact') and s.merged_into is null and l.expires_on between ${today}::date and ${until}::date
    order by l.expires_on limit 5`.execute(db);
  return rows.flatMap(({ slug, title, expires_on: day }) => {
    const longer = prolongedUntil(day, today);
    if (!longer) return [];
    const say = (iso: string) => formatDay(lang, iso, { day: 'numeric', month: 'long', year: 'numeric' });
    return [{
      title: t('waiting.title', { title }), text: t('waiting.text', { date: say(day) }), seconds: 10, rank: 2 as const, since: day,
      main: { label: t('prolong.do', { date: say(longer) }), post: paths.prolong.href({ slug }) },
      other: { label: t('waiting.see'), href: sheetHref('listing', slug) },
    }];
  });
};
