import { get } from '~/platform/http/request.ts';
import { withSubthemes } from '~/reference/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { findCensus } from '../census/queries.ts';
import { findMe } from '../me.ts';
import { paths } from '../paths.ts';
import { ActorsPage, CitiesPage } from './pages/ideas.tsx';
import { listCityIdeas, listConvergences } from './queries.ts';

export const routes = [
  get(paths.cities, { who: 'member' }, async (ask: SheetAsk) => {
    const me = findMe(ask.reader);
    if (!me) return ask.notFound();
    const { answeredAt, interests } = await findCensus(ask.primary, me.id);
    const themes = answeredAt === null ? [] : interests.filter(({ seeks }) => seeks).map(({ theme }) => theme);
    return ask.page(<CitiesPage me={me} themes={themes} cities={await listCityIdeas(ask.primary, ask.reader, me.id, themes.flatMap(withSubthemes))} />);
  }),
  get(paths.actors, { who: 'member' }, async (ask: SheetAsk) => {
    const me = findMe(ask.reader);
    return me ? ask.page(<ActorsPage me={me} actors={await listConvergences(ask.primary, ask.reader, me.id)} />) : ask.notFound();
  }),
];
