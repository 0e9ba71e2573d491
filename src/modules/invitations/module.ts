import type { Module } from '~/sheets/index.ts';
import { routes as guest } from './guest-routes.tsx';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { waiting } from './waiting.ts';

export const invitations: Module = {
  name: 'invitations',
  routes: [...routes, ...guest],
  personal,
  waiting,
};
