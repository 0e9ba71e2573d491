import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { dayOf } from '../mail.tsx';
import { messages } from '../messages.ts';
import type { Told } from '../queries.ts';
import { describeTold } from '../tell.ts';

/** « hier · Aude ⟷ Hauts-Bassins : une source ajoutée ». */
export function NewsList({ items }: { items: readonly Told[] }) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  return (
    <ul class="news">
      {items.map((one) => {
        const day = dayOf(one.at);
        const word = day === today ? t('day.today') : day === yesterday ? t('day.yesterday') : formatDay(lang, day, { day: 'numeric', month: 'long', ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }) });
        return (
          <li key={`${one.eventId}`}>
            <time dateTime={day}>{word}</time>
            <p>
              <a href={to(sheetHref(one.kind, one.slug))} lang={lang === 'fr' ? undefined : 'fr'}>
                {one.title}
              </a>
              {one.path ? <>{t('news.after', { what: '' })}<a href={to(one.path)}>{describeTold(one, lang)}</a></> : t('news.after', { what: describeTold(one, lang) })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
