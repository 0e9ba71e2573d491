import { sql, type Tx } from '~/platform/db/index.ts';
import type { CommittedEvent, Subscriber } from '~/platform/jobs/index.ts';
import { holdersOf } from './commands.ts';
import { atOnceQueue } from './digests.ts';
import { isTold } from './rules.ts';
import { visibleToAccount } from './visible.ts';

/** Tells all who follow, in one statement however many they are. What the instance loads by itself is no news. */
export const fanOut: Subscriber = async (tx, event, context) => {
  if (event.actor === 'instance') return;
  const told = event.name.startsWith('person.') ? await tellFunctions(tx, event) : await tellSheet(tx, event);
  if (told || (await isToldNow(tx, event.id))) await context.enqueue(tx, atOnceQueue, {});
};

/** Some were told by the very command: their mail goes too. */
async function isToldNow(tx: Tx, eventId: string): Promise<boolean> {
  const { rows } = await sql<{ now: boolean }>`
    with told as (select account_id from notifications where event_id = ${eventId}::uuid) ${wantsNow}`.execute(tx);
  return rows[0]!.now;
}

/** Returns whether one of them wants to know at once. */
async function tellSheet(tx: Tx, { id, name, sheetId }: CommittedEvent): Promise<boolean> {
  if (!sheetId) return false;
  const sheet = await tx.selectFrom('sheets').select('kind').where('id', '=', sheetId).executeTakeFirst();
  if (!sheet || !isTold(name, sheet.kind)) return false;
  // Each branch has its index. A territory’s membership does not make a network’s news of all that its members write.
  const { rows } = await sql<{ now: boolean }>`
    with s as (select * from sheets where id = ${sheetId}::uuid),
    about as (
      select id from s
      union select t.id from s join sheets t on t.num = any(s.territories)
      union select l.to_id from sheet_links l where l.from_id = ${sheetId}::uuid and l.role <> 'member'
      union select t.id from s join sheets t on t.kind = 'theme' and (t.slug = any(s.themes)
        or t.slug in (select unnest(c.themes) from sheets c where c.kind = 'theme' and c.slug = any(s.themes)))),
    who as (
      select f.account_id, f.created_at from follows f join about on about.id = f.sheet_id where f.function is null
      union all select f.account_id, f.created_at from follows f join s on f.country = any(s.countries)),
    told as (
      insert into notifications (account_id, event_id, sheet_id, at)
      select distinct who.account_id, e.id, s.id, e.at
      from who join s on true join events e on e.id = ${id}::uuid
      join accounts a on a.id = who.account_id and a.closed_at is null
      where who.created_at < e.at and a.id is distinct from e.account_id and ${visibleToAccount}
      on conflict do nothing returning account_id)
    ${wantsNow}`.execute(tx);
  return rows[0]!.now;
}

/** The events of people name no body, since they are private: what followers of a function last saw is compared with what is. */
async function tellFunctions(tx: Tx, { id }: CommittedEvent): Promise<boolean> {
  const { rows } = await sql<{ now: boolean }>`
    with held as (
      select f.id, ${holdersOf} as holders
      from follows f left join person_functions p on p.body_id = f.sheet_id and p.function = f.function and p.is_current
      where f.function is not null group by f.id),
    changed as (
      update follows f set holders = held.holders from held where held.id = f.id and f.holders is distinct from held.holders
      returning f.account_id, f.sheet_id, f.function),
    told as (
      insert into notifications (account_id, event_id, sheet_id, function, at)
      select c.account_id, e.id, c.sheet_id, c.function, e.at
      from changed c join events e on e.id = ${id}::uuid join sheets s on s.id = c.sheet_id
      join accounts a on a.id = c.account_id and a.closed_at is null
      where a.id is distinct from e.account_id and ${visibleToAccount}
      on conflict do nothing returning account_id)
    ${wantsNow}`.execute(tx);
  return rows[0]!.now;
}

const wantsNow = sql`select exists (select 1 from told join mail_choices c on c.account_id = told.account_id and c.rhythm = 'now') as now`;
