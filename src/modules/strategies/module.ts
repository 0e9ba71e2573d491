import type { Module } from '~/sheets/index.ts';
import { acts } from './acts.ts';
import { create } from './create.ts';
import { loadStrategies } from './demo.ts';
import { edit } from './edit.ts';
import { messages } from './messages.ts';
import { create as createObjective, edit as editObjective } from './objectives/edit.ts';
import { messages as objectiveMessages } from './objectives/messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const strategies: Module = {
  name: 'strategies',
  kinds: [
    {
      kind: 'strategy', genre: 'strategie', path: paths.show, messages, schema: 'CreativeWork',
      edit, create, acts,
      phases: { drafted: 'upcoming', adopted: 'ongoing', presented: 'upcoming', announced: 'unknown', cited: 'unknown', proposed: 'unknown' },
    },
    { kind: 'objective', genre: 'objectif', path: paths.objective, messages: objectiveMessages, schema: 'CreativeWork', edit: editObjective, create: createObjective },
  ],
  routes,
  menu: [{ path: paths.list.href({}), section: 'strategies', messages, label: 'menu.strategies', where: 'foot', order: 21 }],
  demo: loadStrategies,
};
