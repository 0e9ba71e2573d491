import type { Module } from '~/sheets/index.ts';
import { demo } from './demo.ts';
import { atOnce, digestQueue } from './digests.ts';
import { fanOut } from './fan-out.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { space } from './space.tsx';

export const notifications: Module = {
  name: 'notifications',
  routes,
  space: [space],
  queues: [digestQueue, atOnce],
  subscribers: [fanOut],
  personal,
  demo,
};
