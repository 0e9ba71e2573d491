import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { routes } from './routes.tsx';

export const demonstration: Module = {
  name: 'demonstration',
  routes,
  demo,
};
