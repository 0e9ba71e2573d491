import type { Module } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const observatory: Module = {
  name: 'observatory',
  routes,
  menu: [{ path: paths.show.href({}, { genre: 'partenariat' }), section: 'observatoire', messages, label: 'menu', where: 'main', order: 10 }],
};
