import type { Module } from '~/sheets/index.ts';
import { loadActions } from './demo.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const projects: Module = {
  name: 'projects',
  kinds: [
    {
      kind: 'action', genre: 'action', path: paths.show, messages, schema: 'Action',
      phases: { done: 'ended', ongoing: 'ongoing', finalising: 'upcoming', planned: 'upcoming' },
      accomplished: ['done'],
    },
  ],
  routes,
  menu: [{ path: paths.list.href({}), section: 'actions', messages, label: 'menu.actions', where: 'foot', order: 12 }],
  demo: loadActions,
};
