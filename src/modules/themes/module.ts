import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { edit } from './edit.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const themes: Module = {
  name: 'themes',
  routes,
  kinds: [{ kind: 'theme', genre: 'theme', path: paths.show, messages, schema: 'DefinedTerm', edit }],
  menu: [{ path: paths.list.href({}), section: 'observatoire', messages, label: 'menu', where: 'foot', order: 26 }],
  demo,
};
