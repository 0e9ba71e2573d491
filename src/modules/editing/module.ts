import type { Module } from '~/sheets/index.ts';
import { personal } from './personal.ts';
import { waiting } from './proposals/waiting.ts';
import { routes } from './routes.tsx';

export const editing: Module = {
  name: 'editing',
  routes,
  waiting,
  personal,
};
