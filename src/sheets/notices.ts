import { sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Happening } from '~/platform/events/index.ts';
import { findMessage, type Bundle, type Lang } from '~/platform/i18n/index.ts';

export interface Notice {
  accounts: readonly string[];
  /** Of the thing itself, which is no sheet: a discussion, an introduction. */
  path: string;
  /** What it is called, for those who are told: nobody else reads it. */
  label: string;
  /** The event names no sheet: neither its history nor its feeds say that it happened. */
  quiet?: boolean;
  /** Those of them whom the caller itself writes to: no digest tells them again. */
  written?: readonly string[];
}

/**
 * Records the event and tells these accounts of it, whatever they follow, in their news and by the rhythm of mail that they
 * chose; never the one who did it. Said by the message `history.<what>` of the sheet's kind, or by the module's own words
 * for it (`notices` of the manifest), then the label. The event's id.
 */
export async function tellAccounts(tx: Tx, event: Happening & { sheetId: string }, { accounts, path, label, quiet = false, written = [] }: Notice): Promise<string> {
  const { sheetId, ...bare } = event;
  const id = await recordEvent(tx, quiet ? bare : event);
  if (accounts.length === 0) return id;
  await sql`
    insert into notifications (account_id, event_id, sheet_id, at, path, label, mailed_at)
    select distinct a.id, ${id}::uuid, ${sheetId}::uuid, now(), ${path}, ${label}, case when a.id = any(${[...written]}::uuid[]) then now() end from accounts a
    where a.id = any(${[...accounts]}::uuid[]) and a.closed_at is null and a.id is distinct from ${event.actor.accountId ?? null}::uuid
    on conflict do nothing`.execute(tx);
  return id;
}

let words: readonly Bundle[] = [];

/** Called once by the application with what its modules declare. */
export function registerNotices(modules: readonly { notices?: Bundle }[]): void {
  words = modules.flatMap(({ notices }) => notices ?? []);
}

/** What an event that is not of the sheet's own kind is called: `discussion.answered`. */
export function findNotice(name: string, lang: Lang): string | undefined {
  for (const bundle of words) {
    const found = findMessage(bundle, lang, name);
    if (found) return found;
  }
  return undefined;
}
