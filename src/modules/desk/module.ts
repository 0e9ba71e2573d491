import type { Module } from '~/sheets/index.ts';
import { routes } from './routes.tsx';
import { space } from './space.tsx';

export const desk: Module = {
  name: 'desk',
  routes,
  space: [space],
};
