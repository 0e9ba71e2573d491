import { createHash } from 'node:crypto';
import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent, type Actor } from '~/platform/events/index.ts';
import { createCode } from '../ballots.ts';
import type { LivePoll, LiveResult } from './queries.ts';

export interface LiveInput {
  sheetId: string;
  question: string;
  options: readonly string[];
  several: boolean;
  anyone: boolean;
}

/** Asked at once: the code goes on the screen. */
export async function openLive(tx: Tx, actor: Actor, { sheetId, question, options, several, anyone }: LiveInput): Promise<string> {
  const id = newId();
  const code = createCode(6);
  await tx.insertInto('live_polls').values({ id, sheet_id: sheetId, code, question, several, anyone, opened_by: actor.name }).execute();
  await tx.insertInto('live_options').values(options.map((label, position) => ({ live_id: id, position, label }))).execute();
  await recordEvent(tx, { name: 'room.asked', actor });
  return code;
}

/** Of an account, or of the secret that a browser keeps: another one for each question, so that answers do not add up to somebody. */
export function digestVoter(liveId: string, voter: string): Buffer {
  return createHash('sha256').update(`${liveId} ${voter}`).digest();
}

/** The latest answer counts. False once it is closed. */
export async function recordAnswer(tx: Tx, live: LivePoll, voter: Buffer, choices: readonly number[]): Promise<boolean> {
  const open = await tx.selectFrom('live_polls').select('id').where('id', '=', live.id).where('closed_at', 'is', null).forShare().executeTakeFirst();
  if (!open) return false;
  await tx.insertInto('live_ballots').values({ live_id: live.id, voter, choices: [...choices] }).onConflict((oc) => oc.columns(['live_id', 'voter']).doUpdateSet({ choices: [...choices] })).execute();
  return true;
}

/** Counts, and forgets who answered. Kept with the session from then on. */
export async function closeLive(tx: Tx, actor: Actor, live: Pick<LivePoll, 'id'>): Promise<boolean> {
  const open = await tx.selectFrom('live_polls').select('id').where('id', '=', live.id).where('closed_at', 'is', null).forUpdate().executeTakeFirst();
  if (!open) return false;
  const { rows } = await sql<LiveResult>`
    select (select count(*)::int from live_ballots where live_id = ${live.id}) as n,
      (select json_agg((select count(*)::int from live_ballots b where b.live_id = o.live_id and o.position = any(b.choices)) order by o.position) from live_options o where o.live_id = ${live.id}) as counts`.execute(tx);
  await tx.updateTable('live_polls').set({ closed_at: sql`now()`, result: JSON.stringify(rows[0]) }).where('id', '=', live.id).execute();
  await tx.deleteFrom('live_ballots').where('live_id', '=', live.id).execute();
  await recordEvent(tx, { name: 'room.closed', actor });
  return true;
}

/** A question that nobody closed is closed the night after. */
export async function closeForgotten(tx: Tx): Promise<void> {
  const rows = await tx.selectFrom('live_polls').select('id').where('closed_at', 'is', null).where('opened_at', '<', sql<string>`now() - interval '12 hours'`).limit(200).execute();
  for (const row of rows) await closeLive(tx, instance, row);
}
