import type { Module } from '~/sheets/index.ts';
import { desk } from './desk.ts';
import { inside } from './live/inside.tsx';
import { routes as live } from './live/routes.tsx';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { queues } from './queues.ts';
import { routes } from './routes.tsx';
import { acts, create, edit } from './specs.ts';
import { waiting } from './waiting.ts';

export const polls: Module = {
  name: 'polls',
  kinds: [{
    kind: 'poll', genre: 'sondage', path: paths.show, messages, schema: 'Question',
    phases: { draft: 'upcoming', open: 'ongoing', closed: 'ended', published: 'ended', adopted: 'ended' }, accomplished: ['published', 'adopted'],
    create, edit, acts,
  }],
  routes: [...routes, ...live],
  menu: [{ path: paths.list.href({}), section: 'sondages', messages, label: 'menu', where: 'foot', order: 16 }],
  inside, queues, waiting, personal,
  desk,
};
