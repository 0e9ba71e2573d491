import { sql } from '~/platform/db/index.ts';
import { translator } from '~/platform/i18n/index.ts';
import { memberIds, type DeskPart } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

/** Questions that nobody answered: asked by a member between peers, or in a group of this network. */
const unanswered: DeskPart = {
  section: 'health',
  order: 50,
  async list({ lang, primary }, network) {
    const t = translator(messages, lang);
    const here = network === null ? sql<boolean>`true` : sql<boolean>`(case when d.group_id is null then d.about_id in ${memberIds(network.id)} or d.about_id = ${network.id}::uuid
      else exists (select 1 from sheets g where g.id = d.group_id and g.owner_id = ${network.id}::uuid) or exists (select 1 from sheet_links l where l.from_id = d.group_id and l.role = 'host' and l.to_id = ${network.id}::uuid) end)`;
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from discussions d where d.kind = 'question' and d.accepted is null and ${here}
        and not exists (select 1 from discussion_messages m where m.discussion_id = d.id and m.position > 1 and m.removed_at is null and m.account_id is distinct from d.account_id)`.execute(primary);
    return [{ label: t('health.questions'), value: rows[0]!.n, rule: t('health.questions.rule'), href: paths.peers.href({}) }];
  },
};

export const desk: readonly DeskPart[] = [unanswered];
