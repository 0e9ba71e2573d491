import type { Module } from '~/sheets/index.ts';
import { acts } from './acts.ts';
import { create } from './create.ts';
import { demo } from './demo.ts';
import { edit } from './edit.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';

export const territories: Module = {
  name: 'territories',
  routes,
  kinds: [{ kind: 'territory', genre: 'territoire', path: paths.show, messages, schema: 'AdministrativeArea', edit, acts, create }],
  menu: [
    { path: paths.list.href({}), section: 'observatoire', messages, label: 'menu.finder', where: 'foot', order: 4 },
    { path: paths.countries.href({}), section: 'observatoire', messages, label: 'menu.countries', where: 'foot', order: 25 },
  ],
  demo,
  personal,
};
