import { newId, sql, type Read, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { findInstance } from '~/platform/instance.ts';
import type { Subscriber } from '~/platform/jobs/index.ts';
import { refuseWith, type PublishingWatch, type SheetRef } from '~/sheets/index.ts';
import { dailyMost } from './rules.ts';

/** A new sheet by somebody whose first contribution nobody has looked at yet: it waits, seen by their body only. */
export async function holdIfNew(tx: Tx, actor: Actor & { accountId: string }, sheet: SheetRef): Promise<boolean> {
  const account = await findStanding(tx, actor.accountId);
  if (account.suspended) refuseWith({ refused: 'suspended' });
  if (account.administers) return false;
  if (account.created > (account.trusted ? dailyMost.trusted : dailyMost.fresh)) refuseWith({ refused: 'too-many' });
  if (account.trusted || !(await findInstance(tx)).moderation) return false;
  const { visibility } = await tx.selectFrom('sheets').select('visibility').where('id', '=', sheet.id).executeTakeFirstOrThrow();
  await tx
    .insertInto('publications')
    .values({ id: newId(), what: 'sheet', sheet_id: sheet.id, account_id: actor.accountId, author: actor.name, wanted: visibility })
    .execute();
  // The trigger sheets_held_back makes it a draft, now and whenever something would open it.
  await tx.updateTable('sheets').set({ visibility }).where('id', '=', sheet.id).execute();
  return true;
}

/** What an account may do: one query. `created` counts the sheet being written, whose event is recorded already. */
async function findStanding(tx: Tx, accountId: string) {
  const { rows } = await sql<{ trusted: boolean; suspended: boolean; administers: boolean; created: number }>`
    select a.trusted_at is not null as trusted, coalesce(a.suspended_until >= current_date, false) as suspended,
      exists (select 1 from mandates m where m.account_id = a.id and m.role = 'administrator' and m.ended_at is null and (m.until is null or m.until >= current_date)) as administers,
      (select count(*) from events e where e.account_id = a.id and e.name like '%.created' and e.sheet_id is not null and e.at > now() - interval '1 day') as created
    from accounts a where a.id = ${accountId}`.execute(tx);
  return rows[0]!;
}

export async function isHeld(db: Read, sheetId: string): Promise<boolean> {
  const row = await db.selectFrom('publications').select('id').where('sheet_id', '=', sheetId).where('what', '=', 'sheet').where('state', '=', 'pending').executeTakeFirst();
  return row !== undefined;
}

export const watch: PublishingWatch = {
  async created(tx, actor, sheet) {
    await holdIfNew(tx, actor, sheet);
  },
  isHeld,
};

/** A first correction is shown at once, history keeps what was there, and somebody looks at it afterwards. */
export const noteCorrection: Subscriber = async (tx, { name, sheetId, accountId, actor }) => {
  if (!sheetId || !accountId || !/\.(updated|state)$/.test(name) || !(await findInstance(tx)).moderation) return;
  await sql`
    insert into publications (id, what, sheet_id, account_id, author)
    select ${newId()}, 'correction', ${sheetId}, a.id, ${actor} from accounts a
    where a.id = ${accountId} and a.trusted_at is null and a.closed_at is null
      and not exists (select 1 from publications p where p.sheet_id = ${sheetId} and p.what = 'sheet' and p.state = 'pending')
    on conflict do nothing`.execute(tx);
};
