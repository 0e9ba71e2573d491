import { sql } from '~/platform/db/index.ts';
import { formatDay, translator } from '~/platform/i18n/index.ts';
import { visibleTo, type DeskPart } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

const days = 60;

/** Calls that close soon: for every network alike. */
const closing: DeskPart = {
  section: 'prepare',
  order: 35,
  async list({ lang, primary, reader, today }) {
    const t = translator(messages, lang);
    const until = Temporal.PlainDate.from(today).add({ days }).toString();
    const { rows } = await sql<{ slug: string; title: string; last: string }>`
      select s.slug, s.title, s.end_date as last from sheets s
      where s.kind = 'funding' and s.end_precision = 'day' and s.end_date between ${today} and ${until} and ${visibleTo(reader, 's')} order by s.end_date, s.num limit 5`.execute(primary);
    return rows.map(({ slug, title, last }) => ({ label: t('prepare.call', { title }), rule: t('prepare.call.rule', { date: formatDay(lang, last, { dateStyle: 'long' }) }), href: paths.scheme.href({ slug }) }));
  },
};

export const desk: readonly DeskPart[] = [closing];
