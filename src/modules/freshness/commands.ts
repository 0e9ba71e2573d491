import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { undoMinutes } from './rules.ts';

/**
 * « C’est toujours exact » of several sheets, that the caller has found this person to keep. One that was confirmed today
 * stays as it is: a link opened twice, two colleagues, say it once. Returns the ids of those that changed.
 */
export async function recordConfirmations(tx: Tx, actor: Actor, sheetIds: readonly string[], today: string): Promise<string[]> {
  const sheets = await tx
    .selectFrom('sheets')
    .select(['id', 'kind', 'confirmed_at', 'version'])
    .where('id', 'in', sheetIds.length > 0 ? [...sheetIds] : [newId()])
    .where('merged_into', 'is', null)
    .where((eb) => eb.or([eb('confirmed_at', 'is', null), eb(sql`left(confirmed_at, 10)`, '<', today)]))
    .orderBy('id')
    .forUpdate()
    .execute();
  if (sheets.length === 0) return [];
  await tx
    .insertInto('confirmations')
    .values(sheets.map((sheet) => ({ id: newId(), sheet_id: sheet.id, previous: sheet.confirmed_at, actor: actor.name, on_behalf_of: actor.onBehalfOf ?? null, account_id: actor.accountId ?? null })))
    .execute();
  await tx.updateTable('sheets').set({ confirmed_at: today }).where('id', 'in', sheets.map(({ id }) => id)).execute();
  // Its words did not change, so neither does its version: somebody who is correcting it is not told that it is another.
  for (const sheet of sheets) await recordEvent(tx, { name: `${sheet.kind}.confirmed`, sheetId: sheet.id, actor, changes: { confirmed_at: [sheet.confirmed_at, today] }, version: sheet.version });
  return sheets.map(({ id }) => id);
}

/** Takes back one’s own confirmation, within ten minutes. False when there is none. */
export async function withdrawConfirmation(tx: Tx, actor: Actor, sheetId: string): Promise<boolean> {
  const sheet = await tx.selectFrom('sheets').select(['id', 'kind', 'confirmed_at', 'version']).where('id', '=', sheetId).forUpdate().executeTakeFirst();
  const last = await tx
    .selectFrom('confirmations')
    .select(['id', 'previous'])
    .where('sheet_id', '=', sheetId)
    .where('withdrawn_at', 'is', null)
    .where('account_id', '=', actor.accountId ?? null)
    .where(sql<boolean>`recorded_at > now() - make_interval(mins => ${undoMinutes})`)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!sheet || !last) return false;
  await tx.updateTable('confirmations').set({ withdrawn_at: sql`now()` }).where('id', '=', last.id).execute();
  await tx.updateTable('sheets').set({ confirmed_at: last.previous }).where('id', '=', sheetId).execute();
  await recordEvent(tx, { name: `${sheet.kind}.unconfirmed`, sheetId, actor, changes: { confirmed_at: [sheet.confirmed_at, last.previous] }, version: sheet.version });
  return true;
}
