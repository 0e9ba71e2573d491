import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { createMeasure, restoreSheet } from './measures.ts';
import { tellAppeal, tellNotifier } from './notices.ts';
import { mayJudge, type MeasureKind, type Verdict } from './rules.ts';
import type { Ground, Judge } from './types.ts';

/** Seen and fine: what was held appears, and the author is trusted from now on. */
export async function acceptPublication(tx: Tx, judge: Judge, id: string): Promise<boolean> {
  const held = await lockPublication(tx, judge, id);
  if (!held) return false;
  await closePublication(tx, judge, id, 'approved');
  if (held.account_id) await tx.updateTable('accounts').set({ trusted_at: sql`coalesce(trusted_at, now())` }).where('id', '=', held.account_id).execute();
  if (held.wanted) await restoreSheet(tx, judge, held.sheet_id, held.wanted);
  else await recordModeration(tx, judge, 'accepted');
  return true;
}

/** Refused: the sheet stays out of sight. A correction stands in the history, where it is undone by hand; its author is warned. */
export async function declinePublication(tx: Tx, judge: Judge, id: string, ground: Ground, origin: string): Promise<boolean> {
  const held = await lockPublication(tx, judge, id);
  if (!held) return false;
  await closePublication(tx, judge, id, 'refused');
  const kind: MeasureKind = held.what === 'sheet' ? 'refuse' : 'warn';
  await createMeasure(tx, judge, { kind, sheetId: held.sheet_id, accountId: held.account_id, publicationId: id, ...ground, was: held.wanted }, origin);
  return true;
}

async function lockPublication(tx: Tx, judge: Judge, id: string) {
  const row = await tx.selectFrom('publications').select(['what', 'sheet_id', 'account_id', 'wanted', 'state']).where('id', '=', id).forUpdate().executeTakeFirst();
  return row?.state === 'pending' && mayJudge(judge.accountId, row.account_id) ? row : undefined;
}

async function closePublication(tx: Tx, judge: Judge, id: string, state: 'approved' | 'refused'): Promise<void> {
  await tx.updateTable('publications').set({ state, decided_at: sql`now()`, decided_by: judge.name, decider_id: judge.accountId }).where('id', '=', id).execute();
}

/** Closes a report, with what follows. `until` for a suspension. */
export async function closeReport(tx: Tx, judge: Judge, id: string, verdict: { what: Verdict; until?: string } & Ground, origin: string): Promise<boolean> {
  const report = await tx.selectFrom('reports').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (report?.state !== 'pending') return false;
  const { what, until, reason, reasons } = verdict;
  const accountId = await findAuthor(tx, report.sheet_id);
  if (!mayJudge(judge.accountId, accountId)) return false;
  await tx
    .updateTable('reports')
    .set({ state: what === 'none' ? 'unfounded' : 'founded', decided_at: sql`now()`, decided_by: judge.name, decider_id: judge.accountId })
    .where('id', '=', id)
    .execute();
  if (what !== 'none') await createMeasure(tx, judge, { kind: what, sheetId: report.sheet_id, accountId, reportId: id, reason, reasons, ...(until ? { until } : {}) }, origin);
  else await recordModeration(tx, judge, 'unfounded');
  await tellNotifier(tx, report, what, reasons);
  return true;
}

/** Who wrote last on a sheet with an account; null for what came with the documents. */
export async function findAuthor(db: Read, sheetId: string): Promise<string | null> {
  const row = await db
    .selectFrom('events').innerJoin('accounts', 'accounts.id', 'events.account_id').select('account_id')
    .where('sheet_id', '=', sheetId).where((eb) => eb.or([eb('events.name', 'like', '%.updated'), eb('events.name', 'like', '%.created'), eb('events.name', 'like', '%.state')]))
    .where('closed_at', 'is', null).orderBy('events.at', 'desc').limit(1).executeTakeFirst();
  return row?.account_id ?? null;
}

/** By the one whom a measure concerns. One for a measure. */
export async function createAppeal(tx: Tx, actor: Judge, measureId: string, text: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('appeals').values({ measure_id: measureId, text, account_id: actor.accountId })
    .onConflict((oc) => oc.column('measure_id').doNothing()).executeTakeFirst();
  await recordModeration(tx, actor, 'appealed');
  return Number(numInsertedOrUpdatedRows ?? 0n) > 0;
}

/** Decided by somebody else than whoever took the measure, and than whoever appeals. */
export async function closeAppeal(tx: Tx, judge: Judge, measureId: string, state: 'upheld' | 'overturned', answer: string, origin: string): Promise<boolean> {
  const row = await tx.selectFrom('appeals').innerJoin('measures', 'measures.id', 'measure_id')
    .select(['state', 'measures.decider_id', 'measures.account_id', 'appeals.account_id as appellant', 'publication_id']).where('measure_id', '=', measureId).forUpdate().executeTakeFirst();
  if (row?.state !== 'pending' || !mayJudge(judge.accountId, row.decider_id, row.account_id, row.appellant)) return false;
  await tx.updateTable('appeals').set({ state, answer, decided_at: sql`now()`, decided_by: judge.name, decider_id: judge.accountId }).where('measure_id', '=', measureId).execute();
  if (state === 'overturned') {
    if (row.publication_id) await closePublication(tx, judge, row.publication_id, 'approved');
    if (row.publication_id && row.account_id) await tx.updateTable('accounts').set({ trusted_at: sql`coalesce(trusted_at, now())` }).where('id', '=', row.account_id).execute();
    await liftMeasure(tx, judge, measureId);
  } else await recordModeration(tx, judge, 'upheld');
  await tellAppeal(tx, row.appellant, state, answer, origin);
  return true;
}

/** The measure ends before its time: what was hidden comes back, who was held back may write. */
export async function liftMeasure(tx: Tx, judge: Judge, id: string): Promise<boolean> {
  const row = await tx.updateTable('measures').set({ lifted_at: sql`now()`, lifted_by: judge.name }).where('id', '=', id).where('lifted_at', 'is', null)
    .returning(['kind', 'sheet_id', 'account_id', 'was']).executeTakeFirst();
  if (!row) return false;
  if (row.sheet_id && row.was) await restoreSheet(tx, judge, row.sheet_id, row.was);
  else await recordModeration(tx, judge, 'lifted');
  if (row.kind === 'suspend' && row.account_id) {
    // Another suspension may still run.
    await sql`update accounts set suspended_until = (select max(until) from measures where kind = 'suspend' and account_id = accounts.id and lifted_at is null) where id = ${row.account_id}`.execute(tx);
  }
  return true;
}

/** No sheet and no text: history and feeds learn nothing of it. */
export async function recordModeration(tx: Tx, { name, accountId, role }: Actor, what: string): Promise<void> {
  await recordEvent(tx, { name: `moderation.${what}`, actor: { name, ...(accountId ? { accountId } : {}), ...(role ? { role } : {}) } });
}

