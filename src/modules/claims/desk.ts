import { sql } from '~/platform/db/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { DeskPart } from '~/sheets/index.ts';
import { answeredBy } from './areas.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

/** In how many days those who asked to keep a sheet were answered, over a year. */
const answers: DeskPart = {
  section: 'health',
  order: 80,
  async list({ lang, primary, reader, today }) {
    const t = translator(messages, lang);
    const { rows } = await sql<{ n: number; days: number }>`
      select count(*)::integer as n, ceil(percentile_cont(0.5) within group (order by extract(epoch from c.decided_at - c.created_at)) / 86400)::integer as days
      from claims c where c.state in ('granted', 'refused') and c.decided_at >= ${today}::date - interval '1 year' and ${answeredBy(reader)}`.execute(primary);
    const { n, days } = rows[0]!;
    return n === 0 ? [] : [{ label: t('health.answers'), value: t('health.answers.value', { days }), rule: t('health.answers.rule', { n }), href: paths.queue.href({}) }];
  },
};

export const desk: readonly DeskPart[] = [answers];
