import { get } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { SearchPage } from './pages/search.tsx';
import { paths } from './paths.ts';
import { search } from './queries.ts';

export const routes = [
  get(paths.show, { who: 'everyone' }, async (ask: SheetAsk) => {
    const words = ask.query('q')?.slice(0, 200);
    return ask.page(<SearchPage words={words} result={words ? await search(ask.db, ask.reader, words) : undefined} />);
  }),
];
