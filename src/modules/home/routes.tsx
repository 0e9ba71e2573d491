import { get } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { HomePage } from './pages/home.tsx';
import { paths } from './paths.ts';
import { listDoubtful, listPresent, listRecent, listThreads, listUpcoming } from './queries.ts';

export const routes = [
  get(paths.home, { who: 'everyone' }, async (ask: SheetAsk) => {
    const [threads, upcoming, recent, doubtful, listings, news] = await Promise.all([
      listThreads(ask.db, ask.reader),
      listUpcoming(ask.db, ask.reader, ask.today, 4),
      listRecent(ask.db, ask.reader, ask.today, 4),
      listDoubtful(ask.db, ask.reader, 3),
      listPresent(ask.db, ask.reader, 'listing', ask.today, 4),
      listPresent(ask.db, ask.reader, 'news', ask.today, 3),
    ]);
    return ask.page(<HomePage threads={threads} upcoming={upcoming} recent={recent} doubtful={doubtful} listings={listings} news={news} />);
  }),
];
