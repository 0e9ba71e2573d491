import { get } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { FirstActionPage } from './pages/first-action.tsx';
import { GlossaryPage } from './pages/glossary.tsx';
import { TextPage } from './pages/text.tsx';
import { paths } from './paths.ts';
import { getFirstSteps } from './queries.ts';
import { texts, type TextName } from './texts.ts';

export const routes = [
  ...(Object.keys(texts) as TextName[]).map((name) => get(paths[name], { who: 'everyone' }, (ask: SheetAsk) => ask.page(<TextPage name={name} />))),
  get(paths.glossary, { who: 'everyone' }, (ask: SheetAsk) => ask.page(<GlossaryPage />)),
  get(paths.first, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<FirstActionPage steps={await getFirstSteps(ask.db, ask.reader)} />)),
];
