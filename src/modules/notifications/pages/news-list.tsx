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
        const said = describeTold(one, lang);
        // « Le vote est ouvert : « Quel jour ? » » names it already
        const isNamed = one.path !== null && said.includes(one.title);
        return (
          <li key={`${one.eventId}`}>
            <time dateTime={day}>{word}</time>
            <p>
              {!isNamed && <a href={to(sheetHref(one.kind, one.slug))} lang={lang === 'fr' ? undefined : 'fr'}>{one.title}</a>}
              {isNamed ? <a href={to(one.path!)}>{said.charAt(0).toLocaleUpperCase(lang) + said.slice(1)}</a> : one.path ? <>{t('news.after', { what: '' })}<a href={to(one.path)}>{said}</a></> : t('news.after', { what: said })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
