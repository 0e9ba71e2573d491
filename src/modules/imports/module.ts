import type { Module } from '~/sheets/index.ts';
import { desk } from './desk.ts';
import { inside } from './inside.tsx';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { runQueue, tellStarted } from './run.ts';

export const imports: Module = {
  name: 'imports',
  routes,
  inside: [inside],
  queues: [runQueue],
  subscribers: [tellStarted],
  personal,
  desk,
};
