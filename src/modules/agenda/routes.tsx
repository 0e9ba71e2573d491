import { get } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { buildFeed } from './feed.ts';
import { messages } from './messages.ts';
import { AgendaPage } from './pages/agenda.tsx';
import { MonthPage } from './pages/month.tsx';
import { paths } from './paths.ts';
import { getAgenda, listAnniversaries } from './queries.ts';
import { agendaHref } from './question.ts';
import { hasDay, readMonth } from './rules.ts';

export const routes = [
  get(paths.feed, { who: 'everyone', machine: true }, async (ask: SheetAsk) => {
    const agenda = await getAgenda(ask.db, ask.reader, ask.url.searchParams);
    const t = translator(messages, 'fr');
    const url = ask.origin + agendaHref(agenda);
    const left = agenda.entries.filter((entry) => !hasDay(entry)).length;
    const text = buildFeed({ entries: agenda.entries, name: t('feed.name', { instance: ask.instanceName }), description: t('feed.description', { n: left, url }), url, origin: ask.origin });
    return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="agenda.ics"' } });
  }),
  get(paths.show, { who: 'everyone' }, async (ask: SheetAsk) => {
    const [agenda, anniversaries] = await Promise.all([getAgenda(ask.db, ask.reader, ask.url.searchParams), listAnniversaries(ask.db, ask.reader, Number(ask.today.slice(0, 4)))]);
    return ask.page(<AgendaPage agenda={agenda} anniversaries={anniversaries} />);
  }),
  get(paths.month, { who: 'everyone' }, async (ask: SheetAsk) => {
    const month = readMonth(ask.param('month'));
    if (!month) return ask.notFound();
    const [agenda, anniversaries] = await Promise.all([getAgenda(ask.db, ask.reader, ask.url.searchParams), listAnniversaries(ask.db, ask.reader, Number(month.slice(0, 4)))]);
    return ask.page(<MonthPage agenda={agenda} month={month} anniversaries={anniversaries} />);
  }),
];
