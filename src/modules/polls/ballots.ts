import { createHash, randomInt } from 'node:crypto';
import { sql, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent } from '~/platform/events/index.ts';
import { lockPoll } from './commands.ts';
import type { Elector } from './electorate.ts';
import type { Ballot } from './types.ts';

// Neither 0 nor O, neither 1 nor I: it may be copied by hand.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 60 bits, that only the voter's browser holds. */
export function createCode(length = 12): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

/** Codes are random: a fast hash is enough. Written with or without its dashes. */
export function hashCode(code: string): Buffer {
  return createHash('sha256').update(code.toUpperCase().replace(/[^A-Z0-9]/g, '')).digest();
}

export type BallotRefusal = { refused: 'over' | 'colleague' | 'code' };

/**
 * Casts a ballot, or changes it. Two lists: who voted, and what was voted; of a secret poll nothing leads from one to the
 * other. Gives the code of a new secret ballot.
 */
export async function recordBallot(tx: Tx, pollId: string, elector: Elector, ballot: Ballot, today: string, codeHash: Buffer | null): Promise<{ code: string | null } | BallotRefusal> {
  const poll = await lockPoll(tx, pollId);
  if (poll.state !== 'open') return { refused: 'over' };
  const cast = await findCast(tx, pollId, elector);
  if (cast && cast.account_id !== null && cast.account_id !== elector.accountId) return { refused: 'colleague' };
  const row = { choices: JSON.stringify(ballot.choices), other: ballot.other };
  if (cast) {
    const changed = await tx.updateTable('poll_ballots').set(row).where('poll_id', '=', pollId)
      .where((eb) => (poll.secret ? eb('code_hash', '=', codeHash ?? Buffer.alloc(0)) : eb('voter', '=', elector.voter))).returning('id').executeTakeFirst();
    if (!changed) return { refused: 'code' };
    if (poll.secret) await shuffle(tx, pollId);
    await recordCast(tx);
    return { code: null };
  }
  await tx.insertInto('poll_voters').values({ poll_id: pollId, voter: elector.voter, body_id: elector.bodyId, account_id: elector.accountId, voted_on: today }).execute();
  const code = poll.secret ? createCode() : null;
  await tx.insertInto('poll_ballots').values({ poll_id: pollId, voter: poll.secret ? null : elector.voter, code_hash: code ? hashCode(code) : null, ...row }).execute();
  if (poll.secret) await shuffle(tx, pollId);
  await recordCast(tx);
  return { code };
}

/** Takes one's ballot back: as if one had not voted. */
export async function withdrawBallot(tx: Tx, pollId: string, elector: Elector, codeHash: Buffer | null): Promise<'withdrawn' | BallotRefusal> {
  const poll = await lockPoll(tx, pollId);
  if (poll.state !== 'open') return { refused: 'over' };
  const cast = await findCast(tx, pollId, elector);
  if (!cast) return { refused: 'code' };
  if (cast.account_id !== null && cast.account_id !== elector.accountId) return { refused: 'colleague' };
  if (poll.secret) {
    const gone = await tx.deleteFrom('poll_ballots').where('poll_id', '=', pollId).where('code_hash', '=', codeHash ?? Buffer.alloc(0)).returning('id').executeTakeFirst();
    if (!gone) return { refused: 'code' };
    await shuffle(tx, pollId);
  }
  await tx.deleteFrom('poll_voters').where('poll_id', '=', pollId).where('voter', '=', elector.voter).execute();
  await recordCast(tx);
  return 'withdrawn';
}

async function findCast(tx: Tx, pollId: string, { voter }: Elector) {
  return tx.selectFrom('poll_voters').select('account_id').where('poll_id', '=', pollId).where('voter', '=', voter).executeTakeFirst();
}

/** All secret ballots are written again in random order: their places and transactions tell nothing of who came when. */
async function shuffle(tx: Tx, pollId: string): Promise<void> {
  await sql`with gone as (delete from poll_ballots where poll_id = ${pollId} returning poll_id, code_hash, choices, other)
    insert into poll_ballots (poll_id, code_hash, choices, other) select * from gone order by random()`.execute(tx);
}

// Who voted is in its own list: the journal keeps neither the hour nor the person, only that something moved.
async function recordCast(tx: Tx): Promise<void> {
  await recordEvent(tx, { name: 'ballot.recorded', actor: instance });
}
