import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { MonthCalendar, type CalendarEvent } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Entry } from '../queries.ts';
import { bandOf, hasDay, isInMonth } from '../rules.ts';
import { WithoutDay } from './entries.tsx';

/** A month to glance at; what is known to the month only is under it. */
export function MonthView({ entries, month }: { entries: readonly Entry[]; month: string }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const inMonth = entries.filter((entry) => isInMonth(entry, month));
  const events = inMonth.filter(hasDay).flatMap((entry): CalendarEvent[] => {
    const state = bandOf(entry.state);
    const last = entry.end?.precision === 'day' ? entry.end.value : undefined;
    return state ? [{ from: entry.start!.value, to: last, title: entry.title, href: to(sheetHref(entry.kind, entry.slug)), state }] : [];
  });
  return (
    <>
      <MonthCalendar month={month} events={events} caption={t('month.caption', { month: formatDay(lang, `${month}-01`, { month: 'long', year: 'numeric' }) })} />
      <WithoutDay entries={inMonth.filter((entry) => !hasDay(entry))} month={month} />
    </>
  );
}
