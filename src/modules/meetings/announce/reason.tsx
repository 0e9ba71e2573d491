import { useT } from '~/platform/i18n/index.ts';
import type { SheetPart, StateShown } from '~/sheets/index.ts';
import { Note } from '~/ui/index.ts';
import { meetingKind } from '../messages.ts';

/** R174: why it is cancelled or put off, before anything else; also why it was moved to another day. */
export const reasonNote: SheetPart = {
  kinds: ['event'],
  where: 'head',
  order: 0,
  async draw(_ask, { states }) {
    const told = states.findLast(({ state, reason }) => reason !== null && (state === 'cancelled' || state === 'postponed'));
    const isOver = told !== undefined && states.at(-1)!.state !== told.state && states.at(-1)!.state !== 'planned';
    return told && !isOver ? <Reason told={told} moved={states.at(-1) !== told} /> : null;
  },
};

function Reason({ told, moved }: { told: StateShown; moved: boolean }) {
  const t = useT(meetingKind);
  const title = told.state === 'cancelled' ? 'reason.cancelled' : moved ? 'reason.moved' : 'reason.postponed';
  return (
    <Note title={t(title)} sign={told.state === 'cancelled' ? 'annule' : 'suspendu'}>
      <p lang="fr">{told.reason}</p>
    </Note>
  );
}
