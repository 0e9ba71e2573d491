import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { formatDay } from '~/platform/i18n/index.ts';
import { changeSheetState, patchSheet, recordChange } from '~/sheets/index.ts';
import { earliestDay } from '~/platform/dates/partial.ts';
import type { Writing } from '../access.ts';
import { tellHolders } from '../follow-ups/commands.ts';
import { findWrongDays } from '../rules.ts';

export type PublishRefusal = 'empty' | 'asides' | 'corrections' | 'days' | 'future' | 'changed';

/**
 * From here on nobody alters them. What two people wrote at once must be merged, what speakers proposed decided, and a
 * weekday that the calendar contradicts corrected, or kept knowingly: it is then told beside the text.
 */
export async function publishMinutes(tx: Tx, actor: Actor, { sheet }: Writing, { keepDays, today, now }: { keepDays: boolean; today: string; now: number }): Promise<PublishRefusal | null> {
  const minutes = await tx.selectFrom('minutes').select('state').where('sheet_id', '=', sheet.id).forUpdate().executeTakeFirst();
  if (!minutes) return 'empty';
  if (minutes.state === 'published') return 'changed';
  if (sheet.start && earliestDay(sheet.start) > today) return 'future';
  const texts = await listTexts(tx, sheet.id);
  if (texts.length === 0) return 'empty';
  if (await hasWaiting(tx, sql`select 1 from minutes_versions where sheet_id = ${sheet.id}::uuid and version is null`)) return 'asides';
  if (await hasWaiting(tx, sql`select 1 from minutes_corrections where sheet_id = ${sheet.id}::uuid and state = 'waiting'`)) return 'corrections';
  const wrong = texts.flatMap(findWrongDays);
  if (wrong.length && !keepDays) return 'days';
  await addRemarks(tx, sheet.id, [...new Set(wrong.map(({ written, day }) => `Le texte écrit «\u00a0${written}\u00a0». Ce jour-là était un ${formatDay('fr', day, { weekday: 'long' })}.`))]);
  await keepOwners(tx, sheet.id);
  await tx.updateTable('minutes').set({ state: 'published', published_at: new Date(now).toISOString(), published_by: actor.name }).where('sheet_id', '=', sheet.id).execute();
  await erasePrivate(tx, sheet.id);
  // Minutes say that it took place; a meeting has a state of its own for that.
  const after = sheet.kind === 'event' ? 'minutes' : 'held';
  if (sheet.state !== after) await changeSheetState(tx, actor, sheet.id, { state: after });
  await makeSearchable(tx, sheet.id, texts);
  await tellHolders(tx, actor, sheet);
  await recordChange(tx, actor, sheet.id, 'minutes');
  return null;
}

async function listTexts(tx: Tx, sheetId: string): Promise<string[]> {
  const [parts, roles, suites] = await Promise.all([
    tx.selectFrom('minutes_parts').select(['title', 'text', 'items']).where('sheet_id', '=', sheetId).execute(),
    tx.selectFrom('meeting_roles').select('reported').where('sheet_id', '=', sheetId).where('reported', 'is not', null).execute(),
    tx.selectFrom('minutes_follow_ups').select('text').where('sheet_id', '=', sheetId).execute(),
  ]);
  const written = parts.filter(({ text, items }) => text || items.length);
  return [...written.flatMap(({ title, text, items }) => [title, text ?? '', ...items]), ...roles.map(({ reported }) => reported!), ...suites.map(({ text }) => text)].filter(Boolean);
}

async function hasWaiting(tx: Tx, query: ReturnType<typeof sql>): Promise<boolean> {
  return (await sql`${query} limit 1`.execute(tx)).rows.length > 0;
}

async function addRemarks(tx: Tx, sheetId: string, remarks: readonly string[]): Promise<void> {
  if (!remarks.length) return;
  const { n } = await tx.selectFrom('minutes_remarks').select((eb) => eb.fn.coalesce(eb.fn.max('position'), sql<number>`0`).as('n')).where('sheet_id', '=', sheetId).executeTakeFirstOrThrow();
  await tx.insertInto('minutes_remarks').values(remarks.map((text, index) => ({ sheet_id: sheetId, position: Number(n) + index + 1, text }))).execute();
}

/** The function that somebody had on that day is what the minutes keep. */
async function keepOwners(tx: Tx, sheetId: string): Promise<void> {
  await sql`update minutes_follow_ups f set owner = a.title from accounts a where a.id = f.account_id and f.sheet_id = ${sheetId}::uuid and f.owner is null`.execute(tx);
}

/** Drafts and the addresses of those who read them again have no more use. */
async function erasePrivate(tx: Tx, sheetId: string): Promise<void> {
  await tx.deleteFrom('minutes_versions').where('sheet_id', '=', sheetId).execute();
  await tx.updateTable('minutes_reviewers').set({ mail: null }).where('sheet_id', '=', sheetId).where('mail', 'is not', null).execute();
}

/** What was said, never who said it. */
async function makeSearchable(tx: Tx, sheetId: string, texts: readonly string[]): Promise<void> {
  const { body } = await tx.selectFrom('sheets').select('body').where('id', '=', sheetId).executeTakeFirstOrThrow();
  await patchSheet(tx, sheetId, { body: [body, ...texts].filter(Boolean).join('\n') });
}
