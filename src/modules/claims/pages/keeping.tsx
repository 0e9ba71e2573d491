import { findMessage, formatDay, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType } from '~/sheets/index.ts';
import { StateMark } from '~/ui/index.ts';
import type { Listed } from '../finder.ts';
import { messages } from '../messages.ts';

/** Who keeps a sheet: by which kind of person and since when, never who. */
export function KeepingLine({ authority }: { authority: Listed }) {
  const t = useT(messages);
  const { lang } = useView();
  const { keeping, since, keptBy } = authority;
  const kept = since && keptBy ? findMessage(messages, lang, `keeping.by.${keptBy}`, { date: formatDay(lang, since.slice(0, 10), { month: 'long', year: 'numeric' }) }) : t('keeping.nobody');
  return (
    <p class="claim-keeping">
      <span>{kept}</span>
      {keeping === 'to-refresh' && <StateMark status="a-actualiser" word={t('keeping.to-refresh')} />}
      {keeping === 'confirmed' && <span class="quiet">{t('keeping.confirmed')}</span>}
    </p>
  );
}

/** « Commune · Gironde (33) · code 33063 · 267 991 habitants »: what tells homonyms apart. */
export function useIdentity(authority: Listed): string {
  const t = useT(messages);
  const { lang } = useView();
  return [
    labelOfType('territory', authority.type, lang),
    authority.context,
    authority.insee ? t('identity.insee', { code: authority.insee }) : authority.siren ? t('identity.siren', { code: authority.siren }) : undefined,
    authority.population === null ? undefined : t('identity.people', { n: formatNumber(lang, authority.population) }),
    authority.matched && authority.matched !== authority.insee && authority.matched !== authority.siren ? t('identity.also', { name: authority.matched }) : undefined,
  ].filter(Boolean).join(' · ');
}
