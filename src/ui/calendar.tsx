import type { ComponentChildren } from 'preact';
import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';

export interface CalendarEvent {
  /** ISO days, both included. */
  from: string;
  to?: string;
  title: string;
  href: string;
  /** Its shape: filled, outlined, dashed. */
  state: 'confirmed' | 'planned' | 'considered';
}

export interface MonthCalendarProps {
  /** `2026-05`. */
  month: string;
  events: readonly CalendarEvent[];
  /** Public holidays: ISO day to name. */
  holidays?: Readonly<Record<string, string>>;
  caption?: ComponentChildren;
}

const addDays = (iso: string, days: number) => new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The weeks of a month, Monday first, with the days around it. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const monday = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  for (let day = monday; day.slice(0, 7) <= month; day = addDays(day, 7)) weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  return weeks;
}

interface Placed {
  event: CalendarEvent;
  /** Column 0-6 and length in days within this week. */
  start: number;
  span: number;
  goesOn: boolean;
}

/** Rows of bands for one week: each event on the first row where it fits. */
export function placeWeek(week: readonly string[], events: readonly CalendarEvent[]): Placed[][] {
  const rows: Placed[][] = [];
  const inWeek = events.filter((event) => event.from <= week[6]! && (event.to ?? event.from) >= week[0]!);
  for (const event of inWeek.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const end = event.to ?? event.from;
    const start = Math.max(0, week.indexOf(event.from));
    const last = end > week[6]! ? 6 : week.indexOf(end);
    const placed = { event, start, span: last - start + 1, goesOn: end > week[6]! };
    const row = rows.find((one) => one.every((other) => placed.start >= other.start + other.span || other.start >= placed.start + placed.span));
    if (row) row.push(placed);
    else rows.push([placed]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.start - b.start));
}

/** A month to glance at. The list beside it says the same in words. */
export function MonthCalendar({ month, events, holidays = {}, caption }: MonthCalendarProps) {
  const view = useView();
  const t = useT(messages);
  const weeks = weeksOf(month);
  return (
    <table class="month">
      <caption class="visually-hidden">{caption ?? formatDay(view.lang, `${month}-01`, { month: 'long', year: 'numeric' })}</caption>
      <thead>
        <tr>
          {weeks[0]!.map((day) => (
            <th key={day} scope="col" abbr={formatDay(view.lang, day, { weekday: 'long' })}>
              {formatDay(view.lang, day, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      {weeks.map((week) => (
        <tbody key={week[0]}>
          <tr class="days">
            {week.map((day) => (
              <td key={day} class={[day.slice(0, 7) !== month && 'other', holidays[day] && 'holiday', day === view.today && 'today'].filter(Boolean).join(' ') || undefined}>
                <time dateTime={day} aria-current={day === view.today ? 'date' : undefined}>
                  {Number(day.slice(8))}
                </time>{' '}
                {holidays[day] && (
                  <abbr class="holiday-word" title={holidays[day]}>
                    {t('calendar.holiday')}
                  </abbr>
                )}
              </td>
            ))}
          </tr>
          {placeWeek(week, events).map((row, index) => (
            <BandRow key={index} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function BandRow({ row }: { row: Placed[] }) {
  const t = useT(messages);
  const word = { confirmed: t('status.confirme-evt'), planned: t('status.prevu'), considered: t('status.envisage') };
  const cells: ComponentChildren[] = [];
  let column = 0;
  const fill = (until: number) => {
    for (; column < until; column++) cells.push(<td key={column} />);
  };
  for (const { event, start, span, goesOn } of row) {
    fill(start);
    cells.push(
      <td key={column} colSpan={span > 1 ? span : undefined}>
        <span class={`band-event ${event.state}`}>
          <a href={event.href}>
            {event.title}
            {goesOn && ' →'}
            <span class="visually-hidden"> ({word[event.state]})</span>
          </a>
        </span>
      </td>,
    );
    column += span;
  }
  fill(7);
  return <tr class="bands">{cells}</tr>;
}
