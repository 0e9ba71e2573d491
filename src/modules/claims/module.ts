import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { desk } from './desk.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { space } from './space.tsx';
import { waiting } from './waiting.ts';

export const claims: Module = {
  name: 'claims',
  routes,
  menu: [{ path: paths.find.href({}), section: 'observatoire', messages, label: 'menu', where: 'foot', order: 5 }],
  waiting,
  space: [space],
  personal,
  demo,
  desk,
};
