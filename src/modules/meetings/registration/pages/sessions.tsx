import { useT, useView } from '~/platform/i18n/index.ts';
import type { FormError } from '~/ui/index.ts';
import { formatHours, formatShortDay } from '../../pages/when.tsx';
import { messages as meetingMessages } from '../../messages.ts';
import type { SessionListed } from '../../queries.ts';
import { groupSlots } from '../../slots.ts';
import { messages } from '../messages.ts';

export interface SessionChoiceProps {
  sessions: readonly SessionListed[];
  chosen: readonly string[];
  /** Said at the question: two sessions at the same time. */
  errors?: readonly FormError[];
}

/** The programme with a box before each session, by slot: what is at the same time stands together. */
export function SessionChoice({ sessions, chosen, errors = [] }: SessionChoiceProps) {
  const t = useT(messages);
  const words = useT(meetingMessages);
  const { lang } = useView();
  const wrong = errors.filter(({ name }) => name === 'seances');
  if (!sessions.length) return null;
  return (
    <fieldset class={wrong.length ? 'field in-error session-choice' : 'field session-choice'} id="champ-seances">
      <legend>{t('sessions.title')}</legend>
      <p class="hint">{t('sessions.hint')}</p>
      {wrong.map((error, index) => (
        <p key={index} class="field-error">
          {error.message}
        </p>
      ))}
      {wrong.length > 0 && (
        <label class="choice">
          <input type="checkbox" name="garder" value="1" /> <span>{t('sessions.keep')}</span>
        </label>
      )}
      <input type="hidden" name="seances" value="" />
      {groupSlots(sessions).map((slot) => (
        <div key={slot.sessions[0]!.id} class="session-slot" role="group" aria-label={slot.day ? `${formatShortDay(lang, slot.day)} ${formatHours(words, lang, slot) ?? ''}` : t('sessions.noSlot')}>
          <p class="slot-time" aria-hidden="true">
            {slot.day ? formatShortDay(lang, slot.day) : t('sessions.noSlot')} <strong>{formatHours(words, lang, slot)}</strong>
          </p>
          <div class="slot-sessions">{slot.sessions.map((session) => (
            <label key={session.id} class="choice">
              <input type="checkbox" name="seances" value={session.id} checked={chosen.includes(session.id)} />{' '}
              <span lang={lang === 'fr' ? undefined : 'fr'}>
                {session.number > 0 ? t('sessions.one', { number: session.number, title: session.title }) : session.title}
                {session.room && <small> {session.room}</small>}
              </span>
            </label>
          ))}</div>
        </div>
      ))}
    </fieldset>
  );
}
