import { sql } from '~/platform/db/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import { memberIds, type DeskPart } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

/** Needs and offers of the members: those that are open, and what became of the others. */
const listings: DeskPart = {
  section: 'health',
  order: 60,
  async list({ lang, primary, today }, network) {
    const t = translator(messages, lang);
    // A listing whose day is past is over, even before the night's work has said so.
    const { rows } = await sql<{ open: number; expired: number; matched: number }>`
      select count(*) filter (where s.state in ('published', 'contact') and l.expires_on >= ${today}::date)::integer as open,
        count(*) filter (where s.state = 'expired' or (s.state in ('published', 'contact') and l.expires_on < ${today}::date))::integer as expired,
        count(*) filter (where s.state = 'matched')::integer as matched
      from listings l join sheets s on s.id = l.sheet_id and s.merged_into is null ${network === null ? sql`` : sql`where s.owner_id in ${memberIds(network.id)} or s.owner_id = ${network.id}::uuid`}`.execute(primary);
    const { open, ...ended } = rows[0]!;
    return [{ label: t('health.listings'), value: open, rule: t('health.listings.rule', ended), href: paths.list.href({}) }];
  },
};

export const desk: readonly DeskPart[] = [listings];
