import { get } from '~/platform/http/request.ts';
import { listContinents, listThemes, listZones } from '~/reference/index.ts';
import { answerSheet, type SheetAsk, type SheetFrame } from '~/sheets/index.ts';
import { listActionSources, listObjectiveActions, listOccasional } from './actions.ts';
import { create } from './create.ts';
import { StrategiesPage } from './pages/list.tsx';
import { ObjectivePage } from './pages/objective.tsx';
import { StrategyPage } from './pages/strategy.tsx';
import { paths } from './paths.ts';
import { getStrategy, listObjectives, listStrategies } from './queries.ts';
import { getSpread, type Nesting } from './spread.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<StrategiesPage strategies={await listStrategies(ask.db, ask.reader)} mayCreate={create.may(ask.reader)} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) => answerSheet(ask, 'strategy', (frame) => drawStrategy(ask, frame))),
  get(paths.objective, { who: 'everyone' }, (ask: SheetAsk) => answerSheet(ask, 'objective', (frame) => drawObjective(ask, frame))),
];

async function drawStrategy({ db, reader }: SheetAsk, frame: SheetFrame) {
  const detail = await getStrategy(db, reader, frame.sheet.id);
  const [actions, spread] = await Promise.all([
    listObjectiveActions(db, reader, detail.objectives.map((one) => one.id)),
    getSpread(db, reader, frame.sheet.id, { zones: zoneNesting(detail.priorities.flatMap((one) => one.zones)), themes: themeNesting() }),
  ]);
  const occasional = await listOccasional(db, reader, actions.map((one) => one.id));
  return <StrategyPage frame={frame} detail={detail} actions={actions} occasional={occasional} spread={spread} />;
}

async function drawObjective({ db, reader }: SheetAsk, frame: SheetFrame) {
  const [objectives, actions] = await Promise.all([listObjectives(db, reader, frame.sheet.id), listObjectiveActions(db, reader, [frame.sheet.id])]);
  const ids = actions.map((one) => one.id);
  const [sources, occasional] = await Promise.all([listActionSources(db, ids), listOccasional(db, reader, ids)]);
  return <ObjectivePage frame={frame} objectives={objectives} actions={actions} sources={sources} occasional={occasional} />;
}

/** The continents, and the zones that the strategy itself names. */
function zoneNesting(named: readonly string[]): Nesting {
  const zones = new Set([...listContinents(), ...listZones().filter((zone) => named.includes(zone.slug))]);
  return [...zones].flatMap((zone) => zone.members.map((country) => [country, zone.slug] as const));
}

function themeNesting(): Nesting {
  return listThemes().flatMap((theme) => (theme.parent ? [[theme.slug, theme.parent] as const] : []));
}
