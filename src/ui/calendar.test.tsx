import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { localizePath, ViewContext, type Lang } from '~/platform/i18n/index.ts';
import { MonthCalendar, placeWeek, weeksOf, type CalendarEvent } from './index.ts';

const mission: CalendarEvent = { from: '2026-05-18', to: '2026-05-22', title: 'Mission à Douala', href: '/m', state: 'planned' };
const visit: CalendarEvent = { from: '2026-05-21', to: '2026-05-22', title: 'Délégation de Québec', href: '/q', state: 'considered' };
const long: CalendarEvent = { from: '2026-05-28', to: '2026-06-20', title: 'Semaines', href: '/s', state: 'considered' };

function draw(events: CalendarEvent[], lang: Lang = 'fr') {
  const view = { lang, today: '2026-05-05', path: '/agenda', origin: '', instanceName: '', demo: false, tryable: false, account: null, notice: null, to: (path: string) => localizePath(lang, path) };
  return renderToString(
    <ViewContext.Provider value={view}>
      <MonthCalendar month="2026-05" events={events} holidays={{ '2026-05-01': 'Fête du Travail' }} />
    </ViewContext.Provider>,
  );
}

describe('the month', () => {
  test.each([
    ['2026-05', '2026-04-27', '2026-05-31', 5],
    ['2026-02', '2026-01-26', '2026-03-01', 5],
    ['2027-02', '2027-02-01', '2027-02-28', 4],
    ['2026-12', '2026-11-30', '2027-01-03', 5],
    ['2026-08', '2026-07-27', '2026-09-06', 6],
  ])('%s runs from Monday %s to Sunday %s', (month, first, last, count) => {
    const weeks = weeksOf(month);
    expect([weeks[0]![0], weeks.at(-1)![6], weeks.length]).toEqual([first, last, count]);
  });

  test('events that meet are put on two rows, those that do not share one', () => {
    const week = weeksOf('2026-05')[3]!;
    expect(placeWeek(week, [mission, visit]).map((row) => row.map(({ start, span }) => [start, span]))).toEqual([[[0, 5]], [[3, 2]]]);
    const monday = { ...mission, to: '2026-05-18' };
    expect(placeWeek(week, [monday, visit])).toHaveLength(1);
  });

  test('an event that goes on after the week is cut there and says so', () => {
    const [[placed]] = placeWeek(weeksOf('2026-05')[4]!, [long]) as [[ReturnType<typeof placeWeek>[0][0]]];
    expect(placed).toMatchObject({ start: 3, span: 4, goesOn: true });
    expect(draw([long])).toContain('Semaines →');
  });

  test('every row of the table has seven columns', () => {
    for (const [row] of draw([mission, visit, long]).matchAll(/<tr class="(?:bands|days)">.*?<\/tr>/g)) {
      const columns = [...row.matchAll(/<td(?: [^>]*?)?(?:colspan="(\d)")?[^>]*>/gi)].reduce((sum, cell) => sum + Number(/colspan="(\d)"/i.exec(cell[0])?.[1] ?? 1), 0);
      expect(columns).toBe(7);
    }
  });

  test('today and public holidays are told in words; each band says its state', () => {
    const html = draw([mission]);
    expect(html).toMatch(/<time datetime="2026-05-05" aria-current="date">5<\/time>/i);
    expect(html).toContain('<abbr class="holiday-word" title="Fête du Travail">férié</abbr>');
    expect(html).toContain('Mission à Douala<span class="visually-hidden"> (prévu)</span></a>');
    expect(draw([mission], 'en')).toContain('(planned)');
  });
});
