import type { Module } from '~/sheets/index.ts';
import { cleanup } from './cleanup.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';

export const accounts: Module = {
  name: 'accounts',
  routes,
  queues: [cleanup],
  personal,
};
