import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Empty } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Agenda, Anniversaries } from '../queries.ts';
import { agendaHref, feedHref, monthHref } from '../question.ts';
import { hasDay, isInMonth, listMonths, monthAfter, nearestMonth, readMonth } from '../rules.ts';
import { AnniversaryBand } from './anniversaries.tsx';
import { Entries } from './entries.tsx';
import { FeedBox } from './feed-box.tsx';
import { MonthView } from './month-view.tsx';
import { AgendaQuestion } from './question.tsx';

export interface MonthPageProps {
  agenda: Agenda;
  month: string;
  anniversaries: Anniversaries;
}

export function MonthPage({ agenda, month, anniversaries }: MonthPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const name = formatMonth(lang, month);
  const shown = agenda.entries.filter((entry) => isInMonth(entry, month));
  return (
    <Page
      title={t('month.title', { month: name })}
      section="agenda"
      noIndex={shown.length === 0}
      feeds={[{ href: feedHref(agenda), type: 'text/calendar', title: t('feed.title') }]}
    >
      <Breadcrumb items={[{ href: to(agendaHref(agenda)), label: t('title') }, { label: name }]} />
      <div class="agenda-head">
        <h1 class="display month-name">{name}</h1>
        <MonthLinks agenda={agenda} month={month} />
        <AgendaQuestion agenda={agenda} action={to(paths.month.href({ month }))} />
      </div>
      <div class="agenda">
        <div class="agenda-list">
          {shown.length > 0 ? <Entries entries={shown} level={2} /> : <EmptyMonth agenda={agenda} month={month} />}
        </div>
        <div class="agenda-month">
          <MonthView entries={agenda.entries} month={month} />
          <FeedBox question={agenda} left={agenda.entries.filter((entry) => !hasDay(entry)).length} />
        </div>
      </div>
      <AnniversaryBand anniversaries={anniversaries} year={Number(month.slice(0, 4))} />
    </Page>
  );
}

export function MonthLinks({ agenda, month }: { agenda: Agenda; month: string }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  const short = (one: string) => formatDay(lang, `${one}-01`, one.slice(0, 4) === month.slice(0, 4) ? { month: 'long' } : { month: 'long', year: 'numeric' });
  return (
    <p class="month-links">
      {readMonth(before) && <a href={to(monthHref(agenda, before))} rel="prev" aria-label={t('month.previous', { month: formatMonth(lang, before) })}>{short(before)}</a>}
      {readMonth(after) && <a href={to(monthHref(agenda, after))} rel="next" aria-label={t('month.next', { month: formatMonth(lang, after) })}>{short(after)}</a>}
    </p>
  );
}

/** « Rien en août. Septembre a 4 rendez-vous. » */
function EmptyMonth({ agenda, month }: { agenda: Agenda; month: string }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const near = nearestMonth(listMonths(agenda.entries), month);
  const count = near ? agenda.entries.filter((entry) => isInMonth(entry, near)).length : 0;
  return (
    <Empty title={t('month.empty', { month: formatMonth(lang, month) })}>
      {near ? <a href={to(monthHref(agenda, near))}>{t('month.nearest', { month: formatMonth(lang, near), n: count })}</a> : <p>{t('month.none')}</p>}
    </Empty>
  );
}

export function formatMonth(lang: Parameters<typeof formatDay>[0], month: string): string {
  return formatDay(lang, `${month}-01`, { month: 'long', year: 'numeric' });
}
