import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { Note } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Crossing } from '../queries.ts';

/** « Un seul voyage ? » Or, once, whether one wants to be told. */
export function CrossingNote({ crossings, asks }: { crossings: readonly Crossing[]; asks: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  if (!crossings.length && !asks) return null;
  return (
    <Note tone="celebrate" title={t('crossings.note')}>
      {crossings.length > 0 ? <CrossingList crossings={crossings} /> : <p>{t('crossings.ask')}</p>}
      <p><a href={to(paths.crossings.href({}))}>{t(crossings.length ? 'crossings.all' : 'crossings.answer')}</a></p>
    </Note>
  );
}

export function CrossingList({ crossings }: { crossings: readonly Crossing[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <ul class="plain crossings">
      {crossings.map((one) => (
        <li key={one.id + one.mine.slug}>
          <p>
            {t(one.type === 'hosted' ? 'crossings.receives' : 'crossings.goes', { body: one.body, place: one.place ?? countryName(one.country!, lang), when: one.start ? formatPartialDate(lang, one.start) : '' })}
          </p>
          <p>
            {t('crossings.mine')} <a href={to(sheetHref(one.mine.kind, one.mine.slug))} lang="fr">{one.mine.title}</a>
          </p>
          <p>
            <a href={to(sheetHref(one.kind, one.slug))}>{t(one.joining === 'asked' ? 'crossings.asked' : one.joining === 'open' ? 'crossings.join' : 'crossings.see')}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
