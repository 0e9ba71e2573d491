import { sql } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { Queue } from '~/platform/jobs/index.ts';
import { tellAccounts } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import { outcomeMonths } from './rules.ts';

/** Each morning: three months after two members were put in touch, both are asked once what came of it. */
export const askOutcomes: Queue = {
  name: 'matching.outcomes',
  cron: '10 7 * * *',
  async work(_data, { db, now }) {
    const at = Temporal.Instant.fromEpochMilliseconds(now()).toString();
    await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        update introductions set outcome_asked_at = ${at}::timestamptz
        where state = 'agreed' and outcome_asked_at is null and settled_at <= ${at}::timestamptz - make_interval(months => ${outcomeMonths}) returning id`.execute(tx);
      if (rows.length === 0) return;
      const sides = await sql<{ id: string; body: string; account: string; other: string }>`
        select i.id, s.body_id as body, s.account_id as account, o.title as other
        from introductions i join introduction_sides s on s.introduction_id = i.id and s.outcome is null and s.account_id is not null
        join sheets o on o.id = case when i.low_id = s.body_id then i.high_id else i.low_id end
        where i.id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx);
      for (const { id, body, account, other } of sides.rows) {
        await tellAccounts(tx, { name: 'matching.outcome', sheetId: body, actor: instance }, { accounts: [account], path: paths.introduction.href({ id }), label: other });
      }
    });
  },
};
