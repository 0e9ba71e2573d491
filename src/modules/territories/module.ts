import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const territories: Module = {
  name: 'territories',
  routes,
  kinds: [{ kind: 'territory', genre: 'territoire', path: paths.show, messages, schema: 'AdministrativeArea' }],
  menu: [
    { path: paths.list.href({}), section: 'observatoire', messages, label: 'menu.finder', where: 'foot', order: 15 },
    { path: paths.countries.href({}), section: 'observatoire', messages, label: 'menu.countries', where: 'foot', order: 25 },
  ],
  demo,
};
