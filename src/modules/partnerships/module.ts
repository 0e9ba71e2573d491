import type { Module } from '~/sheets/index.ts';
import { acts } from './acts.ts';
import { create } from './create.ts';
import { demo } from './demo.ts';
import { edit } from './edit.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { messages as programmeMessages } from './programmes/messages.ts';
import { programmePhases } from './programmes/rules.ts';
import { routes } from './routes.tsx';
import { phases } from './rules.ts';
import { waiting } from './waiting.ts';

export const partnerships: Module = {
  name: 'partnerships',
  routes,
  kinds: [
    { kind: 'partnership', genre: 'partenariat', path: paths.show, messages, phases, apart: ['projet', 'contact'], schema: 'Project', edit, create, acts },
    { kind: 'programme', genre: 'programme', path: paths.programme, messages: programmeMessages, phases: programmePhases, schema: 'Project' },
  ],
  menu: [
    { path: paths.list.href({}), section: 'observatoire', messages, label: 'menu.partnerships', where: 'foot', order: 20 },
    { path: paths.programmes.href({}), section: 'observatoire', messages, label: 'menu.programmes', where: 'foot', order: 40 },
    { path: paths.anniversaries.href({}), section: 'agenda', messages, label: 'anniversaries.title', where: 'foot', order: 50 },
  ],
  waiting,
  demo,
};
