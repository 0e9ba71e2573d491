import type { Module } from '~/sheets/index.ts';
import { routes } from './routes.tsx';

export const space: Module = {
  name: 'space',
  routes,
};
