import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';
import { closeSettled } from './settled.ts';

export const doubts: Module = {
  name: 'doubts',
  routes,
  menu: [{ path: paths.list.href({}), section: 'a-confirmer', messages, label: 'menu', where: 'foot', order: 30 }],
  subscribers: [closeSettled],
  demo,
};
