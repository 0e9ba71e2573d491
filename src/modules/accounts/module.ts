import type { Module } from '~/sheets/index.ts';
import { routes } from './routes.tsx';

export const accounts: Module = {
  name: 'accounts',
  routes,
};
