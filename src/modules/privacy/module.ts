import type { Module } from '~/sheets/index.ts';
import { exportQueue, tellExport } from './export.ts';
import { personal } from './personal.ts';
import { retentionQueue } from './retention.ts';
import { routes } from './routes.tsx';

export const privacy: Module = {
  name: 'privacy',
  routes,
  personal,
  queues: [exportQueue, retentionQueue],
  subscribers: [tellExport],
};
