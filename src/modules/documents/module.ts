import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

export const documents: Module = {
  name: 'documents',
  routes,
  menu: [{ path: paths.list.href({}), section: 'documents', messages, label: 'menu', where: 'foot', order: 31 }],
  demo,
};
