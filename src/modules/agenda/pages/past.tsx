import { useT, useView } from '~/platform/i18n/index.ts';
import { Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Agenda } from '../queries.ts';
import { monthHref } from '../question.ts';
import { listMonths } from '../rules.ts';
import { Entries } from './entries.tsx';
import { formatMonth } from './month.tsx';

/** What one reads on one page; the rest is month by month. The feed holds all. */
const shownAtOnce = 150;

/** Year after year, the last first; each month that has something is a link. */
export function Past({ agenda, entries }: { agenda: Agenda; entries: Agenda['entries'] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  if (!entries.length) return null;
  const years = [...Map.groupBy(entries.slice(-shownAtOnce), (entry) => entry.start!.value.slice(0, 4))].reverse();
  return (
    <Section id="passe" title={t('past.title')} rule>
      {years.map(([year, list]) => (
        <section key={year} class="past-year">
          <h3>{t('past.year', { year })}</h3>
          <div>
            {[...Map.groupBy(list, (entry) => (entry.start!.precision === 'year' ? '' : entry.start!.value.slice(0, 7)))].reverse().map(([month, some]) => (
              <section key={month}>
                {month && <h4 class="past-month"><a href={to(monthHref(agenda, month))}>{formatMonth(lang, month)}</a></h4>}
                <Entries entries={some} level={4} />
              </section>
            ))}
          </div>
        </section>
      ))}
      <Months agenda={agenda} entries={entries.slice(0, -shownAtOnce)} label="past.more" />
    </Section>
  );
}

/** Month after month: a day alone does not say which. */
export function Upcoming({ agenda, entries }: { agenda: Agenda; entries: Agenda['entries'] }) {
  const { lang, to } = useView();
  const months = Map.groupBy(entries.slice(0, shownAtOnce), (entry) => (entry.start!.precision === 'year' ? entry.start!.value : entry.start!.value.slice(0, 7)));
  return (
    <>
      {[...months].map(([month, some]) => (
        <section key={month} class="upcoming-month">
          <h3 class="past-month">{month.length > 4 ? <a href={to(monthHref(agenda, month))}>{formatMonth(lang, month)}</a> : month}</h3>
          <Entries entries={some} level={4} />
        </section>
      ))}
      <Months agenda={agenda} entries={entries.slice(shownAtOnce)} label="upcoming.more" />
    </>
  );
}

function Months({ agenda, entries, label }: { agenda: Agenda; entries: Agenda['entries']; label: 'past.more' | 'upcoming.more' }) {
  const t = useT(messages);
  const { lang, to } = useView();
  if (!entries.length) return null;
  return (
    <>
      <p>{t(label, { n: entries.length })}</p>
      <ul class="plain inline">
        {listMonths(entries).map((month) => <li key={month}><a href={to(monthHref(agenda, month))}>{formatMonth(lang, month)}</a></li>)}
      </ul>
    </>
  );
}
