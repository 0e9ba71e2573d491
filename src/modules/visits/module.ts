import type { Module } from '~/sheets/index.ts';
import { acts } from './acts.ts';
import { create } from './create.ts';
import { edit } from './edit.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { receptionLink } from './pages/reception.tsx';
import { routes } from './routes.tsx';
import { waiting } from './waiting.ts';

export const visits: Module = {
  name: 'visits',
  routes,
  kinds: [
    {
      kind: 'visit',
      genre: 'visite',
      path: paths.show,
      messages,
      phases: { requested: 'upcoming', accepted: 'upcoming', planned: 'upcoming', declined: 'ended', done: 'ended', reported: 'ended', cancelled: 'ended' },
      accomplished: ['done', 'reported'],
      schema: 'Event',
      edit, create, acts,
    },
  ],
  menu: [{ path: paths.list.href({}), section: 'visites', messages, label: 'menu', where: 'foot', order: 16 }],
  inside: [receptionLink],
  waiting,
  personal,
};
