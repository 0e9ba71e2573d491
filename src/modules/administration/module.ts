import type { Module } from '~/sheets/index.ts';
import { personal } from './personal.ts';
import { routes } from './routes.tsx';

export const administration: Module = { name: 'administration', routes, personal };
