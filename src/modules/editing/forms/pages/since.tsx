import { useT, useView } from '~/platform/i18n/index.ts';
import type { Since } from '~/sheets/index.ts';
import { Note } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { formatMoment } from '../../moment.ts';

/** « Agente des relations internationales, pour Bordeaux, le 15 novembre 2026 à 12 h 04 ». */
export function useWho(): (one: Pick<Since, 'actor' | 'body' | 'at'>) => string {
  const t = useT(messages);
  const { lang } = useView();
  return ({ actor, body, at }) => {
    const when = formatMoment(lang, at);
    return body ? t('who.for', { actor, body, when }) : t('who', { actor, when });
  };
}

/** Somebody changed the sheet while this form was open. */
export function SinceNote({ since }: { since: readonly Since[] }) {
  const t = useT(messages);
  const whoOf = useWho();
  return (
    <Note tone="confirm" sign="a-confirmer" title={t('since.title')}>
      <p>{t('since.text')}</p>
      <ul>
        {since.map((one) => (
          <li key={one.at}>{whoOf(one)}</li>
        ))}
      </ul>
    </Note>
  );
}
