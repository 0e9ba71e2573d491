import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { anonymous, visibleTo } from '~/sheets/index.ts';

export async function createIssue(tx: Tx, actor: Actor, { title, since }: { title: string; since: string }): Promise<string> {
  const id = newId();
  await tx.insertInto('newsletter_issues').values({ id, title, since, created_by: actor.name }).execute();
  await recordEvent(tx, { name: 'newsletter.created', actor });
  return id;
}

export interface IssueInput {
  title: string;
  introduction: string;
  /** Sheets in their order: public ones only are kept. */
  items: readonly string[];
  version: number;
}

/** `stale`: somebody else wrote it since this form was drawn; nothing is written then. */
export async function updateIssue(tx: Tx, actor: Actor, id: string, { title, introduction, items, version }: IssueInput): Promise<'updated' | 'stale'> {
  const row = await tx
    .updateTable('newsletter_issues').set({ title, introduction, version: version + 1 })
    .where('id', '=', id).where('state', '=', 'draft').where('version', '=', version).returning('id').executeTakeFirst();
  if (!row) return 'stale';
  await tx.deleteFrom('newsletter_items').where('issue_id', '=', id).execute();
  if (items.length) {
    await sql`insert into newsletter_items (issue_id, sheet_id, position)
      select ${id}::uuid, s.id, o.n from unnest(${[...items]}::uuid[]) with ordinality o(id, n) join sheets s on s.id = o.id where ${visibleTo(anonymous, 's')} on conflict do nothing`.execute(tx);
  }
  await recordEvent(tx, { name: 'newsletter.updated', actor });
  return 'updated';
}

export type SendRefusal = 'empty' | 'sent';

/** Gives its number; the worker is told by the event, and sends. */
export async function publishIssue(tx: Tx, actor: Actor, id: string, now: number): Promise<SendRefusal | null> {
  // One number at a time.
  await sql`select pg_advisory_xact_lock(hashtext('newsletter'), 0)`.execute(tx);
  const issue = await tx.selectFrom('newsletter_issues').select('state').where('id', '=', id).forUpdate().executeTakeFirst();
  if (issue?.state !== 'draft') return 'sent';
  const item = await tx.selectFrom('newsletter_items').innerJoin('sheets', 'sheets.id', 'sheet_id').select('sheet_id').where('issue_id', '=', id).where(visibleTo(anonymous)).limit(1).executeTakeFirst();
  if (!item) return 'empty';
  const { n } = await tx.selectFrom('newsletter_issues').select((eb) => eb.fn.coalesce(eb.fn.max('number'), sql<number>`0`).as('n')).executeTakeFirstOrThrow();
  await tx.updateTable('newsletter_issues').set({ state: 'sending', number: Number(n) + 1, sent_at: new Date(now).toISOString() }).where('id', '=', id).execute();
  await recordEvent(tx, { name: 'newsletter.sending', actor });
  return null;
}

export async function removeIssue(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('newsletter_issues').where('id', '=', id).where('state', '=', 'draft').executeTakeFirst();
  if (numDeletedRows > 0n) await recordEvent(tx, { name: 'newsletter.removed', actor });
  return numDeletedRows > 0n;
}
