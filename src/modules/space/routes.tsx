import { get } from '~/platform/http/request.ts';
import { listKinds, listSpaceParts, listWaiting, type SheetAsk } from '~/sheets/index.ts';
import { SpacePage } from './pages/space.tsx';
import { paths } from './paths.ts';
import { listNextDates } from './queries.ts';
import { buildTurn } from './rules.ts';

export const routes = [
  get(paths.space, { who: 'account' }, async (ask: SheetAsk) => {
    const draw = (where: 'main' | 'aside') => Promise.all(listSpaceParts(where).map((part) => part.draw(ask)));
    const [waiting, main, aside, dates] = await Promise.all([listWaiting(ask.primary, ask.reader, ask.lang, ask.today), draw('main'), draw('aside'), listNextDates(ask.primary, ask.reader, ask.today)]);
    const starts = listKinds().filter((spec) => spec.create?.may(ask.reader));
    return ask.page(<SpacePage reader={ask.reader} turn={buildTurn(waiting)} main={main} aside={aside} dates={dates} starts={starts} />);
  }),
];
