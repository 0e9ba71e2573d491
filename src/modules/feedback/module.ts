import type { Module } from '~/sheets/index.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { waiting } from './waiting.ts';

export const feedback: Module = {
  name: 'feedback',
  routes,
  waiting,
  personal,
};
