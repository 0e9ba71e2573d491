import type { Module } from '~/sheets/index.ts';
import { acts } from './acts.ts';
import { create } from './create.ts';
import { loadActions } from './demo.ts';
import { edit } from './edit.ts';
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
      edit, create, acts,
    },
  ],
  routes,
  menu: [{ path: paths.list.href({}), section: 'actions', messages, label: 'menu.actions', where: 'foot', order: 22 }],
  demo: loadActions,
};
