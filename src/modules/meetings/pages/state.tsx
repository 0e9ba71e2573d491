import { useView } from '~/platform/i18n/index.ts';
import { labelOfState } from '~/sheets/index.ts';
import { StateMark, type StatusName } from '~/ui/index.ts';

const signs: Record<string, StatusName> = { tentative: 'envisage', planned: 'prevu', confirmed: 'confirme-evt', open: 'confirme-evt', held: 'tenu', minutes: 'tenu', postponed: 'suspendu', cancelled: 'annule' };

/** Each state has its shape and its word: what is only considered never looks certain. */
export function MeetingState({ state, word }: { state: string | null; word?: string }) {
  const { lang } = useView();
  const text = word ?? labelOfState('event', state, lang) ?? '';
  const sign = state ? signs[state] : undefined;
  return sign ? <StateMark status={sign} word={text} /> : <StateMark phase="unknown" word={text} />;
}
