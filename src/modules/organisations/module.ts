import type { Module } from '~/sheets/index.ts';
import { create } from './create.ts';
import { demo } from './demo.ts';
import { edit } from './edit.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const organisations: Module = {
  name: 'organisations',
  routes,
  kinds: [{ kind: 'organisation', genre: 'organisation', path: paths.show, messages, schema: 'Organization', edit, create }],
  menu: [{ path: paths.list.href({}), section: 'observatoire', messages, label: 'list.menu', where: 'foot', order: 30 }],
  demo,
};
