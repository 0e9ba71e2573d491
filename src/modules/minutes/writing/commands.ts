import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { tellAccounts } from '~/sheets/index.ts';
import type { Subject } from '../access.ts';
import { paths } from '../paths.ts';
import type { Nature } from '../rules.ts';

/** Minutes exist from the first thing written on. Locked, so that nobody publishes what somebody is writing. */
export async function openMinutes(tx: Tx, actor: Actor, { sheet }: Pick<Subject, 'sheet'>): Promise<'open' | 'published'> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('minutes').values({ sheet_id: sheet.id }).onConflict((oc) => oc.doNothing()).executeTakeFirst();
  if (numInsertedOrUpdatedRows) await recordEvent(tx, { name: 'minutes.opened', actor });
  const { state } = await tx.selectFrom('minutes').select('state').where('sheet_id', '=', sheet.id).forShare().executeTakeFirstOrThrow();
  return state === 'published' ? 'published' : 'open';
}

/** At its place: the summary first, the conclusion last, the others after those of their nature. */
export async function addPart(tx: Tx, actor: Actor, subject: Subject, { nature, title }: { nature: Nature; title: string }): Promise<string | 'published'> {
  if ((await openMinutes(tx, actor, subject)) === 'published') return 'published';
  const sheetId = subject.sheet.id;
  await lockOrder(tx, sheetId);
  const parts = await tx.selectFrom('minutes_parts').select(['id', 'nature']).where('sheet_id', '=', sheetId).orderBy('position').execute();
  const id = newId();
  const last = parts.findLastIndex((part) => rank(part.nature as Nature) <= rank(nature));
  const order = parts.map((part) => part.id).toSpliced(last + 1, 0, id);
  await tx.insertInto('minutes_parts').values({ id, sheet_id: sheetId, position: 20_000 + parts.length, nature, title }).execute();
  await writeOrder(tx, sheetId, order);
  await tx.insertInto('minutes_versions').values({ sheet_id: sheetId, unit: id, version: 1, fields: JSON.stringify({ titre: title }), author: actor.name, account_id: actor.accountId ?? null }).execute();
  return id;
}

const rank = (nature: Nature) => ({ summary: 0, part: 1, workshop: 2, conclusion: 3 })[nature];

/** One step up or down. */
export async function updateOrder(tx: Tx, sheetId: string, partId: string, step: -1 | 1): Promise<boolean> {
  await lockOrder(tx, sheetId);
  const order = (await tx.selectFrom('minutes_parts').select('id').where('sheet_id', '=', sheetId).orderBy('position').execute()).map(({ id }) => id);
  const at = order.indexOf(partId);
  const to = at + step;
  if (at < 0 || to < 0 || to >= order.length) return false;
  await writeOrder(tx, sheetId, order.toSpliced(at, 1).toSpliced(to, 0, partId));
  return true;
}

async function lockOrder(tx: Tx, sheetId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('minutes'), hashtext(${sheetId}))`.execute(tx);
}

async function writeOrder(tx: Tx, sheetId: string, order: readonly string[]): Promise<void> {
  // Two steps: a position is not taken twice, even for a moment.
  await tx.updateTable('minutes_parts').set((eb) => ({ position: eb.neg(eb('position', '+', 1)) })).where('sheet_id', '=', sheetId).execute();
  await sql`update minutes_parts p set position = o.n from unnest(${[...order]}::uuid[]) with ordinality o(id, n) where p.id = o.id`.execute(tx);
}

/** Of a draft. What its speakers said stays, outside of any part. */
export async function removePart(tx: Tx, sheetId: string, partId: string): Promise<boolean> {
  await lockOrder(tx, sheetId);
  const part = await tx.selectFrom('minutes_parts').select('position').where('id', '=', partId).where('sheet_id', '=', sheetId).forUpdate().executeTakeFirst();
  if (!part) return false;
  await tx.updateTable('meeting_roles').set({ part: null }).where('sheet_id', '=', sheetId).where('part', '=', part.position).execute();
  await tx.deleteFrom('minutes_parts').where('id', '=', partId).execute();
  await tx.deleteFrom('minutes_versions').where('unit', '=', partId).execute();
  return true;
}

/** Who speaks in a part: only what this form changed, whatever others ticked meanwhile. */
export async function updateSpeakers(tx: Tx, sheetId: string, partId: string, before: readonly string[], after: readonly string[]): Promise<void> {
  const part = await tx.selectFrom('minutes_parts').select('position').where('id', '=', partId).executeTakeFirstOrThrow();
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const roles = () => tx.updateTable('meeting_roles').where('sheet_id', '=', sheetId);
  if (added.length) await roles().set({ part: part.position }).where('id', 'in', added).execute();
  if (removed.length) await roles().set({ part: null }).where('id', 'in', removed).where('part', '=', part.position).execute();
}

/** Named by the organisers, and told. */
export async function addWriter(tx: Tx, actor: Actor, { sheet, at }: Subject, accountId: string): Promise<void> {
  const added = await tx.insertInto('minutes_writers').values({ sheet_id: sheet.id, account_id: accountId }).onConflict((oc) => oc.doNothing()).executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows) return;
  await tellAccounts(tx, { name: 'minutes.writer', sheetId: sheet.id, actor }, { accounts: [accountId], path: paths.desk.href(at), label: sheet.title, quiet: true });
}

export async function removeWriter(tx: Tx, actor: Actor, sheetId: string, accountId: string): Promise<void> {
  await tx.deleteFrom('minutes_writers').where('sheet_id', '=', sheetId).where('account_id', '=', accountId).execute();
  await recordEvent(tx, { name: 'minutes.writer-removed', actor });
}
