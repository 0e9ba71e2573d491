import { get } from '~/platform/http/request.ts';
import { findGoal, withSubthemes } from '~/reference/index.ts';
import { answerSheet, listConcerning, type SheetAsk } from '~/sheets/index.ts';
import { GoalPage } from './pages/goal.tsx';
import { GoalsPage } from './pages/goals.tsx';
import { ThemePage } from './pages/theme.tsx';
import { ThemesPage } from './pages/themes.tsx';
import { paths } from './paths.ts';
import { countGoals, countThemes } from './queries.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<ThemesPage counts={await countThemes(ask.db, ask.reader)} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'theme', async (frame) => {
      const { slug } = frame.sheet;
      const [groups, counts] = await Promise.all([
        listConcerning(ask.db, ask.reader, { themes: withSubthemes(slug) }, { limit: 8, except: ['theme'] }),
        countThemes(ask.db, ask.reader),
      ]);
      return <ThemePage frame={frame} groups={groups} counts={counts} />;
    }),
  ),
  get(paths.goals, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<GoalsPage counts={await countGoals(ask.db, ask.reader)} />)),
  get(paths.goal, { who: 'everyone' }, async (ask: SheetAsk) => {
    const text = ask.param('n');
    const goal = /^\d{1,2}$/.test(text) ? findGoal(Number(text)) : undefined;
    if (!goal) return ask.notFound();
    return ask.page(<GoalPage goal={goal} groups={await listConcerning(ask.db, ask.reader, { sdg: goal.n }, { limit: 12 })} />);
  }),
];
