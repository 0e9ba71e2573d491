import { readPageNumber } from '~/platform/http/page-number.ts';
import { get } from '~/platform/http/request.ts';
import { listDesk, listWaiting, type SheetAsk } from '~/sheets/index.ts';
import { DeskPage } from './pages/desk.tsx';
import { MembersPage } from './pages/members.tsx';
import { paths } from './paths.ts';
import { listMembers } from './queries.ts';
import { countHealth, filters, pickMembers } from './rules.ts';

export const routes = [
  get(paths.show, { who: 'animator' }, async (ask: SheetAsk) => {
    const network = ask.reader.acting!.body;
    const [waiting, members, prepare, health, tools] = await Promise.all([
      listWaiting(ask.primary, ask.reader, ask.lang, ask.today),
      listMembers(ask.db, network?.id ?? null),
      listDesk(ask, network, 'prepare'),
      listDesk(ask, network, 'health'),
      listDesk(ask, network, 'tools'),
    ]);
    return ask.page(<DeskPage network={network} waiting={waiting} health={countHealth(members, ask.today)} prepare={prepare} counted={health} tools={tools} />);
  }),
  get(paths.members, { who: 'animator' }, async (ask: SheetAsk) => {
    const network = ask.reader.acting!.body;
    const filter = filters.find((one) => one === ask.query('voir')) ?? 'tous';
    const members = await listMembers(ask.db, network?.id ?? null);
    return ask.page(<MembersPage network={network} members={pickMembers(members, filter, ask.today)} total={members.length} filter={filter} page={readPageNumber(ask.query('page'))} />);
  }),
];
