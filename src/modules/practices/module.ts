import type { Module } from '~/sheets/index.ts';
import { inside } from './inside.tsx';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { acts, create, edit } from './specs.ts';

export const practices: Module = {
  name: 'practices',
  kinds: [{ kind: 'practice', genre: 'pratique', path: paths.show, messages, schema: 'HowTo', phases: { draft: 'upcoming', shared: 'ongoing' }, create, edit, acts }],
  routes,
  menu: [{ path: paths.list.href({}), section: 'pratiques', messages, label: 'menu', where: 'foot', order: 13 }],
  inside, personal,
};
