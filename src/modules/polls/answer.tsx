import type { VNode } from 'preact';
import type { SheetAsk, SheetFrame } from '~/sheets/index.ts';
import type { RefusedBallot } from './forms.ts';
import { PollPage } from './pages/poll.tsx';
import { getPoll, getStanding, listOpenBallots } from './queries.ts';
import type { Poll } from './types.ts';

/** A poll's page for this reader; with what was refused, said at its place. */
export async function answerPoll(ask: SheetAsk, frame: SheetFrame, codeOf: (poll: Poll) => Buffer | null, refused?: RefusedBallot): Promise<VNode> {
  const poll = await getPoll(ask.primary, frame.sheet.id);
  const [standing, ballots] = await Promise.all([getStanding(ask.primary, poll, ask.reader, codeOf(poll)), listOpenBallots(ask.primary, poll)]);
  return <PollPage frame={frame} poll={poll} standing={standing} ballots={ballots} acting={ask.reader.acting?.body?.title ?? null} refused={refused} />;
}
