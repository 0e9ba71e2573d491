import { sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Happening } from '~/platform/events/index.ts';

export interface Notice {
  accounts: readonly string[];
  /** Of the thing itself, which is no sheet: a discussion, an introduction. */
  path: string;
  /** What it is called, for those who are told: nobody else reads it. */
  label: string;
}

/**
 * Records the event and tells these accounts of it, whatever they follow, in their news and by the rhythm of mail that they
 * chose; never the one who did it. Said by the message `history.<what>` of the sheet's kind, then the label.
 */
export async function tellAccounts(tx: Tx, event: Happening & { sheetId: string }, { accounts, path, label }: Notice): Promise<void> {
  const id = await recordEvent(tx, event);
  if (accounts.length === 0) return;
  await sql`
    insert into notifications (account_id, event_id, sheet_id, at, path, label)
    select distinct a.id, ${id}::uuid, ${event.sheetId}::uuid, now(), ${path}, ${label} from accounts a
    where a.id = any(${[...accounts]}::uuid[]) and a.closed_at is null and a.id is distinct from ${event.actor.accountId ?? null}::uuid
    on conflict do nothing`.execute(tx);
}
