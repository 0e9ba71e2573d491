import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Empty, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Agenda, Anniversaries } from '../queries.ts';
import { feedHref, monthHref } from '../question.ts';
import { hasDay, isOver } from '../rules.ts';
import { AnniversaryBand } from './anniversaries.tsx';
import { Entries } from './entries.tsx';
import { FeedBox } from './feed-box.tsx';
import { formatMonth, MonthLinks } from './month.tsx';
import { MonthView } from './month-view.tsx';
import { AgendaQuestion } from './question.tsx';

/** The whole agenda of a question: this month, what comes, what was, what has no date. */
export function AgendaPage({ agenda, anniversaries }: { agenda: Agenda; anniversaries: Anniversaries }) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const month = today.slice(0, 7);
  const dated = agenda.entries.filter((entry) => entry.start);
  const upcoming = dated.filter((entry) => !isOver(entry, today));
  const past = dated.filter((entry) => isOver(entry, today));
  const undated = agenda.entries.filter((entry) => !entry.start);
  return (
    <Page title={t('title')} section="agenda" description={t('lede')} feeds={[{ href: feedHref(agenda), type: 'text/calendar', title: t('feed.title') }]}>
      <Hero title={t('title')} lede={t('lede')} />
      <AgendaQuestion agenda={agenda} action={to(paths.show.href({}))} />
      <div class="agenda">
        <div class="agenda-list">
          <h2>{t('upcoming.title')}</h2>
          {upcoming.length > 0 ? <Entries entries={upcoming} /> : <Empty title={t('upcoming.none')}><p>{t('upcoming.none.text')}</p></Empty>}
        </div>
        <div class="agenda-month">
          <div class="month-head">
            <h2><a href={to(monthHref(agenda, month))}>{formatMonth(lang, month)}</a></h2>
            <MonthLinks agenda={agenda} month={month} />
          </div>
          <MonthView entries={agenda.entries} month={month} />
          <FeedBox question={agenda} left={agenda.entries.filter((entry) => !hasDay(entry)).length} />
        </div>
      </div>
      <AnniversaryBand anniversaries={anniversaries} year={Number(today.slice(0, 4))} />
      <Past agenda={agenda} entries={past} />
      {undated.length > 0 && (
        <Section id="sans-date" title={t('undated.title')} lede={t('undated.lede')} rule>
          <Entries entries={undated} />
        </Section>
      )}
    </Page>
  );
}

/** Year after year, the last first; each month that has something is a link. */
function Past({ agenda, entries }: { agenda: Agenda; entries: Agenda['entries'] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  if (!entries.length) return null;
  const years = [...Map.groupBy(entries, (entry) => entry.start!.value.slice(0, 4))].reverse();
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
    </Section>
  );
}
