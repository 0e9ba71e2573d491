import { get } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { HomePage } from './pages/home.tsx';
import { paths } from './paths.ts';
import { listDoubtful, listRecent, listThreads, listUpcoming } from './queries.ts';

export const routes = [
  get(paths.home, { who: 'everyone' }, async (ask: SheetAsk) => {
    const [threads, upcoming, recent, doubtful] = await Promise.all([
      listThreads(ask.db, ask.reader),
      listUpcoming(ask.db, ask.reader, ask.today, 4),
      listRecent(ask.db, ask.reader, ask.today, 4),
      listDoubtful(ask.db, ask.reader, 3),
    ]);
    return ask.page(<HomePage threads={threads} upcoming={upcoming} recent={recent} doubtful={doubtful} />);
  }),
];
