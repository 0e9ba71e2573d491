import type { Module } from '~/sheets/index.ts';
import { loadStrategies } from './demo.ts';
import { messages } from './messages.ts';
import { messages as objectiveMessages } from './objectives/messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const strategies: Module = {
  name: 'strategies',
  kinds: [
    {
      kind: 'strategy', genre: 'strategie', path: paths.show, messages, schema: 'CreativeWork',
      phases: { adopted: 'ongoing', presented: 'upcoming', announced: 'unknown', cited: 'unknown', proposed: 'unknown' },
    },
    { kind: 'objective', genre: 'objectif', path: paths.objective, messages: objectiveMessages, schema: 'CreativeWork' },
  ],
  routes,
  menu: [{ path: paths.list.href({}), section: 'strategies', messages, label: 'menu.strategies', where: 'foot', order: 11 }],
  demo: loadStrategies,
};
