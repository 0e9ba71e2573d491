import type { Module } from '~/sheets/index.ts';
import { routes as campaigns } from './census/campaign-routes.tsx';
import { routes as census } from './census/routes.tsx';
import { sendCensus, startSending } from './census/sending.ts';
import { desk } from './desk.ts';
import { askOutcomes } from './introductions/outcomes.ts';
import { routes as introductions } from './introductions/routes.tsx';
import { noteChanges, refresh, refreshWhole } from './matches/refresh.ts';
import { routes as matches } from './matches/routes.tsx';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes as projects } from './projects/routes.tsx';
import { country, inside } from './radar/inside.tsx';
import { routes as radar } from './radar/routes.tsx';
import { space } from './space.tsx';
import { waiting } from './waiting.ts';

export const matching: Module = {
  name: 'matching',
  routes: [...census, ...campaigns, ...matches, ...radar, ...introductions, ...projects],
  menu: [{ path: paths.method.href({}), section: 'observatoire', messages, label: 'method.menu', where: 'foot', order: 59 }],
  queues: [refresh, refreshWhole, sendCensus as NonNullable<Module['queues']>[number], askOutcomes],
  subscribers: [noteChanges, startSending],
  inside,
  inCountries: [country],
  waiting,
  space: [space],
  personal,
  desk,
};
