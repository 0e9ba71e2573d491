import { get } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { routes as aims } from './aims/routes.tsx';
import { answerFeed } from './answer.ts';
import { routes as crossings } from './crossings/routes.tsx';
import { routes as feeds } from './feeds/routes.tsx';
import { getForMember } from './member.ts';
import { AgendaPage } from './pages/agenda.tsx';
import { MonthPage } from './pages/month.tsx';
import { paths } from './paths.ts';
import { getAgenda, listAnniversaries } from './queries.ts';
import { readMonth } from './rules.ts';

export const routes = [
  get(paths.feed, { who: 'everyone', machine: true }, async (ask: SheetAsk) => answerFeed(ask, await getAgenda(ask.db, ask.reader, ask.url.searchParams), 'fr')),
  get(paths.show, { who: 'everyone' }, async (ask: SheetAsk) => {
    const [agenda, anniversaries, member] = await Promise.all([getAgenda(ask.db, ask.reader, ask.url.searchParams), listAnniversaries(ask.db, ask.reader, Number(ask.today.slice(0, 4))), getForMember(ask)]);
    return ask.page(<AgendaPage agenda={agenda} anniversaries={anniversaries} member={member} />);
  }),
  ...feeds, ...aims, ...crossings,
  // Last: any word may look like a month.
  get(paths.month, { who: 'everyone' }, async (ask: SheetAsk) => {
    const month = readMonth(ask.param('month'));
    if (!month) return ask.notFound();
    const [agenda, anniversaries] = await Promise.all([getAgenda(ask.db, ask.reader, ask.url.searchParams), listAnniversaries(ask.db, ask.reader, Number(month.slice(0, 4)))]);
    return ask.page(<MonthPage agenda={agenda} month={month} anniversaries={anniversaries} />);
  }),
];
