import { sql, type Db, type Tx } from '~/platform/db/index.ts';
import { findInstance } from '~/platform/instance.ts';
import type { Queue, Subscriber } from '~/platform/jobs/index.ts';
import { queueMails } from '~/platform/mail/queue.ts';
import { speaks } from '../speaking.ts';
import { buildCensusMails, type Addressee } from './mail.tsx';

interface Order {
  campaign: string;
  reminder: boolean;
}

const batch = 200;

/**
 * Mails of a campaign, and of its reminder: to those who speak for a member that has not answered, once each. What was
 * sent is noted with its mail, so that work cut short goes on where it was.
 */
export const sendCensus: Queue<Order> = {
  name: 'matching.census',
  async work({ campaign, reminder }, { db, origin, now }) {
    const { name } = await findInstance(db);
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const asked = await findAsking(db, campaign);
      const people = asked ? await listAddressees(db, campaign, after) : [];
      if (!asked || people.length === 0) return;
      await db.transaction().execute(async (tx) => {
        const free = await recordSent(tx, campaign, reminder, people.map(({ id }) => id));
        await queueMails(tx, await buildCensusMails(tx, people.filter(({ id }) => free.has(id)), { ...asked, reminder, origin, instanceName: name, now: now() }));
      });
      after = people.at(-1)!.id;
    }
  },
};

async function findAsking(db: Db, campaign: string): Promise<{ network: string; until: string } | undefined> {
  return db.selectFrom('census_campaigns').innerJoin('sheets', 'sheets.id', 'network_id').select(['title as network', sql<string>`until::text`.as('until')])
    .where('census_campaigns.id', '=', campaign).where('census_campaigns.closed_at', 'is', null).executeTakeFirst();
}

/** Whoever answered, in whichever way, is not written to again (C10). */
async function listAddressees(db: Db, campaign: string, after: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select a.id, a.mail, a.lang, json_agg(distinct jsonb_build_object('id', s.id, 'title', s.title)) as bodies
    from census_campaigns c join sheet_links l on l.from_id = c.network_id and l.role = 'member'
    join sheets s on s.id = l.to_id and s.merged_into is null
    join mandates m on m.body_id = s.id and ${speaks}
    join accounts a on a.id = m.account_id and a.closed_at is null
    where c.id = ${campaign}::uuid and a.id > ${after}::uuid
      and not exists (select 1 from census_answers x where x.body_id = s.id and x.answered_at >= c.opened_at)
      and not exists (select 1 from mail_choices choices where choices.account_id = a.id and not choices.reminders)
    group by a.id order by a.id limit ${batch}`.execute(db);
  return rows;
}

async function recordSent(tx: Tx, campaign: string, reminder: boolean, accounts: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ account_id: string }>`
    insert into census_mails (campaign_id, account_id, reminder, at)
    select ${campaign}::uuid, id, ${reminder}, (select coalesce(case when ${reminder} then reminded_at end, opened_at) from census_campaigns where id = ${campaign}::uuid) from unnest(${[...accounts]}::uuid[]) as id
    on conflict do nothing returning account_id`.execute(tx);
  return new Set(rows.map((row) => row.account_id));
}

/** The mails leave after the commit, whoever runs the worker. */
export const startSending: Subscriber = async (tx, { name, sheetId }, context) => {
  if (!sheetId || (name !== 'matching.census' && name !== 'matching.census-reminded')) return;
  const row = await tx.selectFrom('census_campaigns').select('id').where('network_id', '=', sheetId).where('closed_at', 'is', null).executeTakeFirst();
  if (row) await context.enqueue(tx, sendCensus.name, { campaign: row.id, reminder: name === 'matching.census-reminded' });
};
