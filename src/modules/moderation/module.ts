import type { Module } from '~/sheets/index.ts';
import { desk } from './desk.tsx';
import { noteCorrection, watch } from './hold.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';
import { waiting } from './waiting.ts';

export const moderation: Module = {
  name: 'moderation',
  routes: [...routes, ...desk],
  subscribers: [noteCorrection],
  publishing: watch,
  waiting,
  personal,
};
