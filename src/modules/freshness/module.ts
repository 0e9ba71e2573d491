import type { Module } from '~/sheets/index.ts';
import { personal } from './personal.ts';
import { reminders } from './reminders.ts';
import { routes } from './routes.tsx';
import { space } from './space.tsx';
import { waiting } from './waiting.ts';

export const freshness: Module = {
  name: 'freshness',
  routes,
  waiting,
  space: [space],
  queues: [reminders],
  personal,
};
