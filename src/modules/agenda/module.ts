import type { Module } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const agenda: Module = {
  name: 'agenda',
  routes,
  menu: [{ path: paths.show.href({}), section: 'agenda', messages, label: 'menu', where: 'main', order: 20 }],
};
